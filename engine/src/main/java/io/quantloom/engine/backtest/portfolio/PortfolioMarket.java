package io.quantloom.engine.backtest.portfolio;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.Regimes;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The bars of several instruments side by side, time by time. Immutable. */
public final class PortfolioMarket {

    /** The symbol under which a portfolio as a whole is recorded. */
    public static final Symbol SYMBOL = new Symbol("PORTFOLIO");

    private static final double BASE = 100;

    private final List<Part> parts;
    private final long[] times;

    /**
     * An instrument.
     *
     * @param instrument its conventions
     * @param bars those of the range
     * @param funding its rates
     * @param finer bars of a shorter timeframe that tell what came first inside a bar; empty: the pessimist says so
     * @param regimes how many of the bars are of each regime
     */
    public record Part(
            Instrument instrument,
            BarSeries bars,
            FundingRates funding,
            Optional<BarSeries> finer,
            Map<MarketRegime, Integer> regimes) {}

    private PortfolioMarket(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.times = parts.stream()
                .flatMapToLong(part -> LongStream.of(part.bars().openTimes()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the market. INVALID when the bars are not all of one length or prices not all in one currency. */
    public static Outcome<PortfolioMarket> of(List<Part> parts) {
        List<String> lengths = parts.stream()
                .map(part -> part.bars().key().timeframe().toString())
                .distinct()
                .toList();
        List<String> currencies = parts.stream()
                .map(part -> part.instrument().currency())
                .distinct()
                .toList();
        if (lengths.size() > 1) {
            return Outcome.failed(wrong("bars of one length", lengths, "data.timeframe", "name one timeframe"));
        }
        if (currencies.size() > 1) {
            return Outcome.failed(
                    wrong("prices in one currency", currencies, "data.symbols", "leave out what is in another"));
        }
        return Outcome.success(new PortfolioMarket(parts));
    }

    private static Failure wrong(String expected, List<String> found, String where, String action) {
        return Failure.of(Reason.INVALID, expected, String.join(" and ", found), where, action);
    }

    /** {@return the instruments, in the order of the specification} */
    public List<Part> parts() {
        return parts;
    }

    /** {@return the length of all bars} */
    public Timeframe timeframe() {
        return parts.getFirst().bars().key().timeframe();
    }

    /** {@return open times at which at least one instrument has a bar, ascending} */
    long[] times() {
        return times;
    }

    /** Walks through the times with the bars of each; null where an instrument has none. */
    Cursor cursor() {
        return new Cursor();
    }

    /** The bars of one time after the other. Used by one thread. */
    final class Cursor {
        private final int[] next = new int[parts.size()];
        private int time = -1;

        /** Goes on to the next time and returns its bars, in the order of the instruments. */
        @Nullable
        Bar[] next() {
            time++;
            @Nullable Bar[] bars = new Bar[parts.size()];
            for (int i = 0; i < bars.length; i++) {
                BarSeries series = parts.get(i).bars();
                if (next[i] < series.size() && series.openTime(next[i]) == times[time]) {
                    bars[i] = series.bar(next[i]++);
                }
            }
            return bars;
        }
    }

    /**
     * Returns the portfolio as one instrument: conventions of the one with the most bars a year, synthetic if one of them
     * is.
     */
    public Instrument instrument() {
        Instrument busiest = parts.stream()
                .map(Part::instrument)
                .max(Comparator.comparingDouble(
                        each -> each.calendar().barsPerYear(timeframe().length())))
                .orElseThrow();
        return new Instrument(
                SYMBOL,
                busiest.currency(),
                busiest.calendar(),
                "of " + busiest.symbol() + (busiest.calendarNote().isBlank() ? "" : ", " + busiest.calendarNote()),
                Instrument.UNKNOWN_LOT,
                false,
                parts.stream()
                        .flatMap(part -> part.instrument().synthetic().stream())
                        .findFirst());
    }

    /**
     * Returns what buying the weights at each instrument's first close and holding them gives, as a series that begins at
     * 100: flat bars at the closes; the share of what has no bar yet is cash.
     *
     * @param weights as many as instruments
     */
    public BarSeries held(double[] weights) {
        double[] first = new double[parts.size()];
        double[] last = new double[parts.size()];
        List<Bar> bars = new ArrayList<>();
        Cursor cursor = cursor();
        for (long time : times) {
            @Nullable Bar[] now = cursor.next();
            double value = 1;
            for (int i = 0; i < now.length; i++) {
                Bar bar = now[i];
                if (bar != null) {
                    last[i] = bar.close();
                    first[i] = first[i] > 0 ? first[i] : bar.close();
                }
                value += first[i] > 0 ? weights[i] * (last[i] / first[i] - 1) : 0;
            }
            double price = BASE * value;
            bars.add(new Bar(time, price, price, price, price, Double.NaN));
        }
        String source = parts.getFirst().bars().key().source();
        return BarSeries.of(new SeriesKey(SYMBOL, timeframe(), source), bars);
    }

    /** {@return the most frequent regime over the bars of all; empty where none has one} */
    public Optional<MarketRegime> regime() {
        return Regimes.dominant(parts.stream().map(Part::regimes).toList());
    }

    /** {@return a hash of the bars of all} */
    public Sha256 contentHash() {
        return Sha256.ofText(parts.stream()
                .map(part -> part.bars().key() + " " + part.bars().contentHash().hex())
                .collect(Collectors.joining("\n")));
    }

    /** Returns a part of the selected bars. */
    public static Part part(Selection selection, FundingRates funding, Optional<BarSeries> finer) {
        return new Part(selection.instrument(), selection.range(), funding, finer, selection.regimes(selection.from()));
    }
}
