package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.FundingRates;

/**
 * One of the instruments an account trades. Immutable.
 *
 * @param instrument its lot, its calendar, and whether it pays funding
 * @param funding its rates; not looked at unless it is a perpetual and the specification pays funding
 * @param weight share of the account's equity that its entries are sized from, above zero
 */
public record Traded(Instrument instrument, FundingRates funding, double weight) {
    /** Checks the weight. */
    public Traded {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight must be finite and above zero, was " + weight);
        }
    }
}
