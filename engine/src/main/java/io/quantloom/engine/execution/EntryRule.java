package io.quantloom.engine.execution;

import java.util.OptionalInt;

/**
 * The order that opens a position. Immutable.
 *
 * @param kind at the market, or waiting at a price
 * @param offset distance of the price from the last close, a fraction of it in [0, 1): a limit to buy stands below, a stop
 *     to buy above; the mirror to sell. 0 for market
 * @param goodFor bars in which a waiting order may be filled, at least 1; empty: until another decision
 */
public record EntryRule(Kind kind, double offset, OptionalInt goodFor) {

    /** At the market. */
    public static final EntryRule MARKET = new EntryRule(Kind.MARKET, 0, OptionalInt.empty());

    /** The order that opens. */
    public enum Kind {
        /** At the market. */
        MARKET,
        /** At the price or better. */
        LIMIT,
        /** At the market once the price is touched. */
        STOP
    }

    /** Checks the ranges. */
    public EntryRule {
        if (!(offset >= 0 && offset < 1) || (goodFor.isPresent() && goodFor.getAsInt() < 1)) {
            throw new IllegalArgumentException("an entry with offset " + offset + ", good for " + goodFor + " bars");
        }
        if (kind == Kind.MARKET && (offset != 0 || goodFor.isPresent())) {
            throw new IllegalArgumentException("an entry at the market has neither offset nor end");
        }
    }
}
