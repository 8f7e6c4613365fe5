package io.quantloom.engine.market.sample;

import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;

/**
 * The hourly bars of one sample instrument together with what made them and real prices never show. All columns have one
 * value for each bar. Immutable.
 */
public final class SampleSeries {

    private final SampleInstrument instrument;
    private final BarSeries bars;
    private final FundingRates funding;
    private final Regime[] regimes;
    private final double[] volatilities;
    private final double[] expectedReturns;

    SampleSeries(
            SampleInstrument instrument,
            BarSeries bars,
            FundingRates funding,
            Regime[] regimes,
            double[] volatilities,
            double[] expectedReturns) {
        this.instrument = instrument;
        this.bars = bars;
        this.funding = funding;
        this.regimes = regimes;
        this.volatilities = volatilities;
        this.expectedReturns = expectedReturns;
    }

    /** Returns the perpetual over this series: its own bars and funding, the same hidden columns. */
    SampleSeries asPerpetual(SampleInstrument perpetual, BarSeries itsBars, FundingRates itsFunding) {
        return new SampleSeries(perpetual, itsBars, itsFunding, regimes, volatilities, expectedReturns);
    }

    /** {@return which instrument} */
    public SampleInstrument instrument() {
        return instrument;
    }

    /** {@return the hourly bars} */
    public BarSeries bars() {
        return bars;
    }

    /** {@return the funding; without rates unless it is the perpetual} */
    public FundingRates funding() {
        return funding;
    }

    /** {@return the regime of hour {@code i}} */
    public Regime regime(int i) {
        return regimes[i];
    }

    /** {@return s, the standard deviation of the return of hour {@code i} as it was before that hour; a fraction} */
    public double volatility(int i) {
        return volatilities[i];
    }

    /**
     * {@return s·m, the mean of the return of hour {@code i} given all prices up to its open and its regime; a fraction,
     * zero for a martingale; for the perpetual that of its underlying}
     */
    public double expectedReturn(int i) {
        return expectedReturns[i];
    }
}
