package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureInput.Kind;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
}
