package io.quantloom.engine.market.sample;

/** The hidden state of a sample instrument in one hour. */
public enum Regime {
    /** Prices follow their recent direction. */
    TRENDING(1.4, 240),
    /** Prices return to their recent mean; quiet. */
    RANGING(0.7, 240),
    /** Prices go anywhere, in large steps; nothing to predict. */
    VOLATILE(2.0, 72);

    private static final double CALM_TO_CALM = 0.75;

    private final double volatilityFactor;
    private final double meanHours;

    Regime(double volatilityFactor, double meanHours) {
        this.volatilityFactor = volatilityFactor;
        this.meanHours = meanHours;
    }

    /** {@return the factor v on the volatility of an hour, above zero} */
    public double volatilityFactor() {
        return volatilityFactor;
    }

    /** {@return how many hours it lasts in the mean; it is left with probability 1 over this at each hour} */
    public double meanHours() {
        return meanHours;
    }

    /**
     * Returns the regime of the next hour. Trending and ranging go to each other three times in four and else to
     * volatile; volatile goes to either.
     *
     * @param uniform a draw from [0, 1)
     */
    Regime next(double uniform) {
        double within = uniform * meanHours;
        if (within >= 1) {
            return this;
        }
        return switch (this) {
            case TRENDING -> within < CALM_TO_CALM ? RANGING : VOLATILE;
            case RANGING -> within < CALM_TO_CALM ? TRENDING : VOLATILE;
            case VOLATILE -> within < 0.5 ? TRENDING : RANGING;
        };
    }

    /**
     * Returns a regime in the long-run shares of the chain: 1 : 1 : 0.15, from the balance of flows
     * {@code π_T · (1 − 0.75) / 240 = π_V · 0.5 / 72}.
     *
     * @param uniform a draw from [0, 1)
     */
    static Regime stationary(double uniform) {
        double point = uniform * 2.15;
        if (point < 1) {
            return TRENDING;
        }
        return point < 2 ? RANGING : VOLATILE;
    }
}
