package io.quantloom.engine.execution;

/**
 * How far a fill at the market is worse than the market, as a fraction of the price, beside half the spread. Limit orders
 * have none: they are done at their price. σ is the exponentially weighted deviation of simple returns of the closes up
 * to the last close ({@link io.quantloom.engine.indicator.ExponentialDeviation}); before it is defined, the range of the
 * last bar over its close stands in. Immutable.
 */
public sealed interface Slippage {

    /**
     * The same for every fill.
     *
     * @param bps 1/10,000 of the price, in [0, 10000)
     */
    record Bps(double bps) implements Slippage {}

    /**
     * {@code share × σ}: more where prices move more.
     *
     * @param share zero or more
     * @param span of σ in bars, above one
     */
    record Volatility(double share, int span) implements Slippage {
        /** Checks the numbers. */
        public Volatility {
            check(share, span);
        }
    }

    /**
     * {@code coefficient × σ × √(units / volume)} with the volume of the bar of the fill: the square-root law of market
     * impact. A bar whose volume is unknown or zero counts as one that trades just the order.
     *
     * <p>Source: R. Almgren, C. Thum, E. Hauptmann, H. Li, Direct estimation of equity market impact (2005); J.-P. Bouchaud
     * et al., Trades, Quotes and Prices (2018), chapter 12. The coefficient is of the order of 1.
     *
     * @param coefficient zero or more
     * @param span of σ in bars, above one
     */
    record Impact(double coefficient, int span) implements Slippage {
        /** Checks the numbers. */
        public Impact {
            check(coefficient, span);
        }
    }

    private static void check(double factor, int span) {
        if (!(factor >= 0) || Double.isInfinite(factor) || span < 2) {
            throw new IllegalArgumentException(
                    "slippage needs a factor of at least 0 and a span above 1, had " + factor + " and " + span);
        }
    }
}
