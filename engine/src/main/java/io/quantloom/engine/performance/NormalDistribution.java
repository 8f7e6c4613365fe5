package io.quantloom.engine.performance;

/** The standard normal distribution. Pure functions. */
public final class NormalDistribution {

    private static final double SQRT2 = Math.sqrt(2);
    private static final double SQRT_2PI = Math.sqrt(2 * Math.PI);
    private static final double INVERSE_SQRT_PI = 1 / Math.sqrt(Math.PI);

    // Rational Chebyshev approximations of W. J. Cody, Mathematics of Computation 23 (1969), 631-637: erf near zero,
    // erfc up to 4, erfc beyond. Numerators and denominators ascending from the constant term; a denominator's leading
    // coefficient is 1.
    private static final double[] ERF_P = {
        3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315
    };
    private static final double[] ERF_Q = {
        2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1
    };
    private static final double[] MIDDLE_P = {
        1230.3393547979972,
        2051.0783778260716,
        1712.0476126340707,
        881.952221241769,
        298.6351381974001,
        66.11919063714163,
        8.883149794388377,
        0.5641884969886701,
        2.1531153547440383e-08
    };
    private static final double[] MIDDLE_Q = {
        1230.3393548037495,
        3439.3676741437216,
        4362.619090143247,
        3290.7992357334597,
        1621.3895745666903,
        537.1811018620099,
        117.6939508913125,
        15.744926110709835,
        1
    };
    private static final double[] TAIL_P = {
        -0.0006587491615298378,
        -0.016083785148742275,
        -0.12578172611122926,
        -0.36034489994980445,
        -0.30532663496123236,
        -0.016315387137302097
    };
    private static final double[] TAIL_Q = {
        0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234673, 2.568520192289822, 1
    };
    private static final double NEAR_ZERO = 0.46875;
    private static final double FAR = 4;
    private static final double UNDERFLOW = 27.3;

    private NormalDistribution() {}

    /** Returns {@code Φ(x) = P(Z ≤ x)}, accurate to a few units in the last place in both tails. */
    public static double cdf(double x) {
        return 0.5 * complementaryError(-x / SQRT2);
    }

    /**
     * Returns {@code Φ⁻¹(p)}: the x with {@code Φ(x) = p}. Start of Abramowitz and Stegun 26.2.23, refined by Halley's
     * method on {@link #cdf} to full precision.
     *
     * @param p probability in (0, 1); 0 and 1 give the infinities
     */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], was " + p);
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        // 1 − p is exact for p in [0.5, 1].
        return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p);
    }

    /** Returns {@code erfc(x) = 2/√π ∫ₓ^∞ exp(−t²) dt}. */
    static double complementaryError(double x) {
        double size = Math.abs(x);
        if (size <= NEAR_ZERO) {
            double square = size * size;
            return 1 - x * polynomial(ERF_P, square) / polynomial(ERF_Q, square);
        }
        double upper = size <= FAR ? middle(size) : tail(size);
        return x < 0 ? 2 - upper : upper;
    }

    private static double middle(double x) {
        return exponential(x) * polynomial(MIDDLE_P, x) / polynomial(MIDDLE_Q, x);
    }

    private static double tail(double x) {
        if (x > UNDERFLOW) {
            return 0;
        }
        double z = 1 / (x * x);
        double fraction = z * polynomial(TAIL_P, z) / polynomial(TAIL_Q, z);
        return exponential(x) * (INVERSE_SQRT_PI + fraction) / x;
    }

    // exp(−x²) with the square split, so that its rounding is not blown up by the exponential.
    private static double exponential(double x) {
        double coarse = Math.rint(x * 16) / 16;
        return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
    }

    private static double lowerQuantile(double p) {
        double t = Math.sqrt(-2 * Math.log(p));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < 3; i++) {
            double density = Math.exp(-x * x / 2) / SQRT_2PI;
            if (density == 0) {
                return x;
            }
            double step = (cdf(x) - p) / density;
            x -= step / (1 + x * step / 2);
        }
        return x;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
