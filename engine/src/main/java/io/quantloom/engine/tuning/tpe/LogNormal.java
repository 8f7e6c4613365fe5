package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.performance.NormalDistribution;

/**
 * Logarithms of standard normal probabilities, right where the probabilities themselves round to 0 or 1. Pure functions.
 */
final class LogNormal {

    static final double LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);

    // Beyond, the fraction below is exact to rounding with few terms, and Φ comes near underflow.
    private static final double FAR_LEFT = -20;
    private static final int FRACTION_TERMS = 40;
    private static final int MOST_STEPS = 100;

    private LogNormal() {}

    /** Returns {@code log Φ(x)}. */
    static double cdf(double x) {
        if (x > 6) {
            return -NormalDistribution.cdf(-x);
        }
        return x > FAR_LEFT ? Math.log(NormalDistribution.cdf(x)) : tail(-x);
    }

    // Φ(−t) = φ(t) / (t + 1/(t + 2/(t + 3/…))), Laplace's continued fraction (Abramowitz and Stegun 26.2.14).
    private static double tail(double t) {
        double fraction = t;
        for (int term = FRACTION_TERMS; term >= 1; term--) {
            fraction = t + term / fraction;
        }
        return -t * t / 2 - LOG_SQRT_2PI - Math.log(fraction);
    }

    /** Returns {@code log(Φ(b) − Φ(a))} for a ≤ b, without the cancellation of a difference in a tail. */
    static double mass(double a, double b) {
        if (b <= 0) {
            return minus(cdf(b), cdf(a));
        }
        if (a > 0) {
            return minus(cdf(-a), cdf(-b));
        }
        return Math.log1p(-NormalDistribution.cdf(a) - NormalDistribution.cdf(-b));
    }

    /** Returns the x with {@code log Φ(x) = y}, for y ≤ 0. */
    static double quantile(double y) {
        if (y >= -0.01) {
            // Near 1 the curve is flat: solve for the other tail.
            return -quantile(Math.log(-Math.expm1(y)));
        }
        double x = y < -5 ? -Math.sqrt(-2 * (y + LOG_SQRT_2PI)) : -Math.sqrt(3) / Math.PI * Math.log(Math.expm1(-y));
        // log Φ is concave, so Newton's steps rise to the root from the left after the first.
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = cdf(x);
            double step = (value - y) * Math.exp(value + x * x / 2 + LOG_SQRT_2PI);
            x -= step;
            if (!(Math.abs(step) > 1e-12 * Math.max(1, Math.abs(x)))) {
                break;
            }
        }
        return x;
    }

    /**
     * Returns the quantile of the normal distribution truncated to [a, b], in standard deviations from its mean.
     *
     * @param share probability below, in [0, 1)
     */
    static double truncatedQuantile(double share, double a, double b) {
        double logMass = mass(a, b);
        double x = a < 0
                ? quantile(plus(cdf(a), Math.log(share) + logMass))
                : -quantile(plus(cdf(-b), Math.log1p(-share) + logMass));
        return Math.clamp(x, a, b);
    }

    /** Returns {@code log(e^p + e^q)}. */
    static double plus(double p, double q) {
        double high = Math.max(p, q);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(p, q) - high));
    }

    private static double minus(double p, double q) {
        return p + Math.log1p(-Math.exp(q - p));
    }
}
