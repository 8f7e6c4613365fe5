package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureInput.Kind;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of another instrument: at each close those of its last bar that had closed by then. Undefined throughout where
 * its bars are not known.
 *
 * @param symbol the other instrument
 * @param inner what is computed of it
 */
record OfSymbol(Symbol symbol, FeatureBlock inner) implements FeatureBlock {

    @Override
    public List<String> columns() {
        return inner.columns().stream().map(name -> symbol.name() + "_" + name).toList();
    }

    @Override
    public String text() {
        return inner.text() + " symbol=" + symbol;
    }

    @Override
    public List<FeatureInput> inputs() {
        List<FeatureInput> inputs = new ArrayList<>();
        inputs.add(new FeatureInput(Kind.BARS, symbol));
        inner.inputs().stream()
                .map(input -> input.symbol().equals(FeatureInput.SELF) ? new FeatureInput(input.kind(), symbol) : input)
                .forEach(inputs::add);
        return inputs;
    }

    @Override
    public double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        Optional<BarSeries> other = view.other(symbol);
        if (other.isEmpty()) {
            return undefined(bars.size());
        }
        return AsOf.join(inner.compute(view.over(other.get())), other.get(), bars);
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        return new OtherStream(series.timeframe().millis());
    }

    /**
     * Goes on where it stopped in the other's bars as long as those it has seen are still the same; begins again where they
     * were corrected.
     */
    private final class OtherStream implements BlockStream {
        private final long length;
        private @Nullable BarSeries known;
        private @Nullable BlockStream stream;
        private int taken;
        private double[] last = undefinedRow();

        OtherStream(long length) {
            this.length = length;
        }

        @Override
        public double[] next(Bar bar, MarketView beside) {
            Optional<BarSeries> other = beside.other(symbol);
            if (other.isEmpty()) {
                return undefinedRow();
            }
            BarSeries bars = other.get();
            BlockStream going = goesOn(bars) ? stream : null;
            if (going == null) {
                going = inner.stream(bars.key());
                taken = 0;
                last = undefinedRow();
            }
            known = bars;
            stream = going;
            long close = bar.openTime() + length;
            while (taken < bars.size() && MarketView.closeTime(bars, taken) <= close) {
                last = going.next(bars.bar(taken++), beside);
            }
            return last.clone();
        }

        private boolean goesOn(BarSeries bars) {
            BarSeries before = known;
            if (before == bars) {
                return true;
            }
            return before != null
                    && before.key().equals(bars.key())
                    && bars.size() >= taken
                    && IntStream.range(0, taken).allMatch(i -> bars.bar(i).equals(before.bar(i)));
        }
    }
}
