package io.quantloom.engine.order;

/**
 * How long an order lives. Immutable.
 *
 * @param kind the rule
 * @param bars for {@link Kind#GTD} the number of bars in which it may be filled, at least 1; else 0
 */
public record TimeInForce(Kind kind, int bars) {

    /** Until it is filled or canceled. */
    public static final TimeInForce GTC = new TimeInForce(Kind.GTC, 0);

    /** For the trading day of the first bar in which it may be filled. */
    public static final TimeInForce DAY = new TimeInForce(Kind.DAY, 0);

    /** What can be filled at once; the rest is canceled. */
    public static final TimeInForce IOC = new TimeInForce(Kind.IOC, 0);

    /** All of it at once, or nothing. */
    public static final TimeInForce FOK = new TimeInForce(Kind.FOK, 0);

    /** The rule. */
    public enum Kind {
        /** Good till canceled. */
        GTC,
        /** Good for the day. */
        DAY,
        /** Immediate or cancel. */
        IOC,
        /** Fill or kill. */
        FOK,
        /** Good for a number of bars. */
        GTD
    }

    /** Checks the number of bars. */
    public TimeInForce {
        if (kind == Kind.GTD ? bars < 1 : bars != 0) {
            throw new IllegalArgumentException(kind + " with " + bars + " bars");
        }
    }

    /** Returns a life of so many bars, at least 1, counted from the first in which it may be filled. */
    public static TimeInForce goodFor(int bars) {
        return new TimeInForce(Kind.GTD, bars);
    }
}
