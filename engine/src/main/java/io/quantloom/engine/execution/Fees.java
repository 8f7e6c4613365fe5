package io.quantloom.engine.execution;

import java.util.OptionalDouble;

/**
 * What a broker takes for a fill. Immutable.
 *
 * @param taker fraction of the notional of a fill at the market, in [0, 1)
 * @param maker the same for a fill of a limit order that waited in the market; empty: as taker
 * @param perUnit account currency for each unit (share, coin), zero or more
 * @param minimum least fee of a fill, account currency, zero or more
 */
public record Fees(double taker, OptionalDouble maker, double perUnit, double minimum) {

    /** Checks the ranges. */
    public Fees {
        double makerFee = maker.orElse(taker);
        if (!(taker >= 0 && taker < 1) || !(makerFee >= 0 && makerFee < 1)) {
            throw new IllegalArgumentException("a fee must be in [0, 1), was " + taker + " and " + makerFee);
        }
        if (!(perUnit >= 0) || Double.isInfinite(perUnit) || !(minimum >= 0) || Double.isInfinite(minimum)) {
            throw new IllegalArgumentException("a fee per unit and a least fee must be finite and zero or more, were "
                    + perUnit + " and " + minimum);
        }
    }

    /** Returns a fraction of the notional and nothing else. */
    public static Fees of(double fraction) {
        return new Fees(fraction, OptionalDouble.empty(), 0, 0);
    }

    /** {@return whether it is one fraction of the notional for every fill} */
    public boolean isFlat() {
        return maker.isEmpty() && perUnit == 0 && minimum == 0;
    }

    /**
     * Returns the fee of a fill: {@code max(minimum, units × price × rate + units × per unit)}.
     *
     * @param units above zero
     * @param price of the fill
     * @param isMaker whether a waiting limit order was filled
     */
    public double of(double units, double price, boolean isMaker) {
        double rate = isMaker ? maker.orElse(taker) : taker;
        return Math.max(minimum, units * price * rate + units * perUnit);
    }
}
