package io.quantloom.engine.execution;

import java.util.OptionalDouble;

/**
 * When and how orders are filled. Immutable.
 *
 * @param fill at which price a decision is filled
 * @param latencyBars bars that a decision waits beyond that, zero or more
 * @param participation share of a bar's volume that may be ours, in (0, 1]; empty: all we ask for. A bar without a known
 *     volume does not limit
 * @param tick prices are whole multiples of it, above zero; empty: any price. Orders are rounded to the price that is
 *     reached later, fills to the worse one
 * @param intrabar what is assumed of a bar that touches several orders
 */
public record Matching(
        FillAt fill, int latencyBars, OptionalDouble participation, OptionalDouble tick, Intrabar intrabar) {

    /** Next open, no latency, everything is filled, any price, the pessimist's order. */
    public static final Matching DEFAULT =
            new Matching(FillAt.NEXT_OPEN, 0, OptionalDouble.empty(), OptionalDouble.empty(), Intrabar.PESSIMISTIC);

    /** At which price a decision made at a close is filled. */
    public enum FillAt {
        /** At the open of the next bar. */
        NEXT_OPEN,
        /** At the very close that was decided on: an assumption, since that close must be known before. */
        CLOSE
    }

    /** What is assumed of a bar that touches several orders. */
    public enum Intrabar {
        /** What is worst for the account: stops before targets. */
        PESSIMISTIC,
        /** Bars of a shorter timeframe tell, and the pessimist where they are missing. */
        FINER
    }

    /** Checks the ranges. */
    public Matching {
        if (latencyBars < 0) {
            throw new IllegalArgumentException("latency must be zero or more bars, was " + latencyBars);
        }
        if (participation.isPresent() && !(participation.getAsDouble() > 0 && participation.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("participation must be in (0, 1], was " + participation.getAsDouble());
        }
        if (tick.isPresent() && (!(tick.getAsDouble() > 0) || Double.isInfinite(tick.getAsDouble()))) {
            throw new IllegalArgumentException("a tick must be finite and above zero, was " + tick.getAsDouble());
        }
    }
}
