package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.performance.NormalDistribution;

/**
 * The interval of a share that was measured on few samples, by E. B. Wilson, Journal of the American Statistical
 * Association 22 (1927). Immutable.
 *
 * @param low lower end, a fraction in [0, 1]
 * @param high upper end, a fraction in [0, 1]
 */
public record ProportionInterval(double low, double high) {

    /**
     * Returns {@code (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)} with z = Φ⁻¹((1 + level)/2).
     *
     * @param share p, a fraction in [0, 1]
     * @param n number of independent samples, above zero and not always whole: the effective size of overlapping ones
     * @param level coverage, in (0, 1)
     */
    public static ProportionInterval wilson(double share, double n, double level) {
        if (!(share >= 0 && share <= 1) || !(n > 0) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "expected a share in [0, 1], samples above zero and a level in (0, 1), was " + share + ", " + n
                            + ", " + level);
        }
        double z = NormalDistribution.quantile((1 + level) / 2);
        double weight = 1 + z * z / n;
        double middle = (share + z * z / (2 * n)) / weight;
        double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / weight;
        return new ProportionInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
