package io.quantloom.engine.execution;

/**
 * How much to trade when a position is opened. The stake is notional over equity; none is above the account's leverage.
 * Immutable.
 */
public sealed interface SizingRule {

    /** All in: stake is the leverage. */
    AllIn ALL_IN = new AllIn();

    /** As much as the cash buys. */
    record AllIn() implements SizingRule {}

    /**
     * A share of what all-in buys: stake is {@code fraction × leverage}.
     *
     * @param fraction in (0, 1]
     */
    record FixedFraction(double fraction) implements SizingRule {
        /** Checks the fraction. */
        public FixedFraction {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new IllegalArgumentException("a fraction must be in (0, 1], was " + fraction);
            }
        }
    }

    /**
     * The stake is {@code min(cap, annual / (σ·√N))} with σ the exponentially weighted deviation of simple returns of the
     * closes up to the last one and N bars a year. Nothing is bought before σ is defined.
     *
     * <p>Source: A. Moreira, T. Muir, Volatility-managed portfolios (2017), with volatility in place of variance.
     *
     * @param annual wanted volatility a year, a fraction, above zero
     * @param span of σ in bars, above one
     * @param cap highest stake, above zero
     */
    record VolatilityTarget(double annual, int span, double cap) implements SizingRule {
        /** Checks the numbers. */
        public VolatilityTarget {
            if (!(annual > 0) || Double.isInfinite(annual) || span < 2 || !(cap > 0)) {
                throw new IllegalArgumentException(
                        "a volatility target of " + annual + ", span " + span + ", cap " + cap + " is impossible");
            }
        }
    }

    /**
     * The stake is {@code min(cap, fraction · (p/a − q/b))}, zero or more: with probability p the trade earns the fraction b
     * of its notional, with q = 1 − p it loses the fraction a; p/a − q/b maximises the mean of the logarithm. Where a model
     * decided, p is its probability (1 − p for a short) and a, b are the distances of stop and target; what is not there
     * is taken from the instrument's own last {@code trades} trades: p their share of wins, a and b their mean loss and
     * win. Before there are that many, or without a loss and a win among them, stake is {@code start}.
     *
     * <p>Source: E. O. Thorp, The Kelly criterion in blackjack, sports betting, and the stock market (2006), section 3.
     *
     * @param fraction of full Kelly, in (0, 1]
     * @param cap highest stake, above zero
     * @param trades to look back at, at least 2
     * @param start stake while nothing is known, above zero
     */
    record Kelly(double fraction, double cap, int trades, double start) implements SizingRule {
        /** Checks the numbers. */
        public Kelly {
            if (!(fraction > 0 && fraction <= 1) || !(cap > 0) || trades < 2 || !(start > 0)) {
                throw new IllegalArgumentException("kelly of fraction " + fraction + ", cap " + cap + ", trades "
                        + trades + ", start " + start + " is impossible");
            }
        }
    }
}
