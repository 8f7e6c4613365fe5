package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.Annualization;

/**
 * A series made ready for any number of fast backtests: sums for every moving average, extremes, the bars in which
 * funding is paid. Immutable and safe for use by several threads; O(bars) to make.
 */
public final class FastMarket {

    private final BarSeries bars;
    private final Instrument instrument;
    private final Annualization annualization;
    private final double[] closes;
    private final double lowestClose;
    private final double highestClose;
    private final CloseSums sums;
    private final FundingSchedule funding;

    private FastMarket(BarSeries bars, Instrument instrument, FundingSchedule funding) {
        this.bars = bars;
        this.instrument = instrument;
        this.annualization = Annualization.of(instrument, bars.key().timeframe());
        this.closes = bars.closes();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (double close : closes) {
            lowest = Math.min(lowest, close);
            highest = Math.max(highest, close);
        }
        this.lowestClose = lowest;
        this.highestClose = highest;
        this.sums = CloseSums.of(closes);
        this.funding = funding;
    }

    /**
     * Prepares the series.
     *
     * @param bars all of them will be traded, at least one
     * @param funding rates of the instrument; not looked at unless it is a perpetual
     * @throws IllegalArgumentException if there is no bar
     */
    public static FastMarket of(BarSeries bars, FundingRates funding, Instrument instrument) {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("a backtest needs at least one bar of " + bars.key());
        }
        boolean pays = instrument.perpetual() && funding.size() > 0;
        return new FastMarket(bars, instrument, pays ? FundingSchedule.of(bars, funding) : FundingSchedule.NONE);
    }

    /** {@return the bars} */
    public BarSeries bars() {
        return bars;
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return bars per year, for the statistics} */
    public Annualization annualization() {
        return annualization;
    }

    /** The closes; must not be changed. */
    double[] closes() {
        return closes;
    }

    double lowestClose() {
        return lowestClose;
    }

    double highestClose() {
        return highestClose;
    }

    CloseSums sums() {
        return sums;
    }

    FundingSchedule funding() {
        return funding;
    }
}
