package io.quantloom.engine.model.evaluation;

/**
 * Where the true share lies with 95 % confidence. Immutable.
 *
 * @param low lower end, in [0, high]
 * @param high upper end, in [low, 1]
 */
public record Interval(double low, double high) {

    /** {@code Φ⁻¹(0.975)}. */
    private static final double Z = 1.959963984540054;

    /** Checks the order. */
    public Interval {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("expected 0 <= low <= high <= 1, was " + low + ", " + high);
        }
    }

    /**
     * Returns Wilson's interval of a share p seen in n independent rows:
     * {@code (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)} with z = 1.96. It never leaves [0, 1] and has a width
     * even at p = 0 and p = 1. Source: E. Wilson, Journal of the American Statistical Association 22 (1927).
     *
     * @param share p, in [0, 1]
     * @param size n, above zero; need not be whole, as an effective number of rows is not
     */
    public static Interval wilson(double share, double size) {
        if (!(share >= 0 && share <= 1) || !(size > 0)) {
            throw new IllegalArgumentException(
                    "expected a share in [0, 1] of rows above zero, was " + share + ", " + size);
        }
        double square = Z * Z / size;
        double center = share + square / 2;
        double reach = Z * Math.sqrt(share * (1 - share) / size + square / (4 * size));
        // The ends are 0 and 1 exactly at p = 0 and p = 1; rounding must not carry them beyond.
        double low = share == 0 ? 0 : Math.max(0, (center - reach) / (1 + square));
        double high = share == 1 ? 1 : Math.min(1, (center + reach) / (1 + square));
        return new Interval(low, high);
    }

    /** {@return whether the value lies in it, ends included} */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
