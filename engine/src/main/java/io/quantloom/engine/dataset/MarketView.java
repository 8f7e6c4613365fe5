package io.quantloom.engine.dataset;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What features are computed from: the bars of a series and, where a set asks for it, bars of other instruments and
 * funding. A value at bar t may use what was known at its close: bars that had closed and rates that were due by then.
 * Immutable.
 */
public final class MarketView {

    private final BarSeries bars;
    private final SortedMap<Symbol, BarSeries> others;
    private final SortedMap<Symbol, FundingRates> funding;

    private MarketView(BarSeries bars, SortedMap<Symbol, BarSeries> others, SortedMap<Symbol, FundingRates> funding) {
        this.bars = bars;
        this.others = others;
        this.funding = funding;
    }

    /** Returns a view of these bars alone. */
    public static MarketView of(BarSeries bars) {
        return new MarketView(bars, new TreeMap<>(), new TreeMap<>());
    }

    /** Returns this view with the bars of another instrument. */
    public MarketView with(BarSeries other) {
        var more = new TreeMap<>(others);
        more.put(other.key().symbol(), other);
        return new MarketView(bars, more, funding);
    }

    /** Returns this view with funding of its or another instrument. */
    public MarketView with(FundingRates rates) {
        var more = new TreeMap<>(funding);
        more.put(rates.symbol(), rates);
        return new MarketView(bars, others, more);
    }

    /** Returns this view with other bars in the place of its own. */
    public MarketView over(BarSeries otherBars) {
        return new MarketView(otherBars, others, funding);
    }

    /** {@return the bars whose rows are computed} */
    public BarSeries bars() {
        return bars;
    }

    /** {@return the bars of another instrument; empty where they are not known} */
    public Optional<BarSeries> other(Symbol symbol) {
        return Optional.ofNullable(others.get(symbol));
    }

    /** {@return the funding of the instrument of {@link #bars}; without rates where none is known} */
    public FundingRates funding() {
        return funding(bars.key().symbol());
    }

    /** {@return the funding of an instrument; without rates where none is known} */
    public FundingRates funding(Symbol symbol) {
        FundingRates rates = funding.get(symbol);
        return rates == null ? FundingRates.none(symbol) : rates;
    }

    /** {@return the time at which bar {@code i} closes, epoch milliseconds UTC} */
    public static long closeTime(BarSeries series, int i) {
        return series.openTime(i) + series.key().timeframe().millis();
    }

    /** {@return how many bars had closed by the time} */
    public static int closedBy(BarSeries series, long time) {
        return series.firstAtOrAfter(time - series.key().timeframe().millis() + 1);
    }

    /** {@return whether what stands beside the bars reaches to the time, so that it need not be looked up again} */
    public boolean reaches(long time) {
        boolean barsReach = others.values().stream()
                .allMatch(series -> series.size() > 0 && closeTime(series, series.size() - 1) >= time);
        boolean ratesReach =
                funding.values().stream().allMatch(rates -> rates.size() > 0 && rates.time(rates.size() - 1) >= time);
        return barsReach && ratesReach;
    }

    /** Returns what was known at the close of bar {@code last}. */
    public MarketView upTo(int last) {
        long time = closeTime(bars, last);
        var view = MarketView.of(bars.slice(0, last + 1));
        for (BarSeries other : others.values()) {
            view = view.with(other.slice(0, closedBy(other, time)));
        }
        for (FundingRates rates : funding.values()) {
            int known = rates.firstAtOrAfter(time + 1);
            long[] times = new long[known];
            double[] values = new double[known];
            Arrays.setAll(times, rates::time);
            Arrays.setAll(values, rates::rate);
            view = view.with(FundingRates.of(rates.symbol(), times, values));
        }
        return view;
    }

    /** {@return the series beside the own one, ascending by symbol} */
    public java.util.List<BarSeries> others() {
        return java.util.List.copyOf(others.values());
    }

    /** {@return all funding, ascending by symbol} */
    public java.util.List<FundingRates> allFunding() {
        return java.util.List.copyOf(funding.values());
    }
}
