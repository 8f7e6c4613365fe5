package io.quantloom.engine.model.svm;

/**
 * {@code e^(−x)} for x of at least zero, in sums and products alone, so that the JVM turns the loops into vectors and every
 * machine gives the same bits. The exponent is cut off at {@link #FARTHEST}, where the value is below 5e-18, divided by 128,
 * put into Taylor's polynomial and squared seven times.
 */
final class Decay {

    /** The largest exponent; what is farther counts as this far. */
    static final double FARTHEST = 40;

    private static final double PART = -1.0 / 128;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = C2 / 3;
    private static final double C4 = C3 / 4;
    private static final double C5 = C4 / 5;
    private static final double C6 = C5 / 6;
    private static final double C7 = C6 / 7;
    private static final double C8 = C7 / 8;
    private static final double C9 = C8 / 9;
    private static final double C10 = C9 / 10;
    private static final double C11 = C10 / 11;
    private static final double C12 = C11 / 12;

    private Decay() {}

    /** Writes {@code e^−x} of the first {@code size} exponents with a relative error of at most 1e-7. */
    static void coarse(double[] exponents, float[] out, int size) {
        for (int i = 0; i < size; i++) {
            double r = PART * Math.min(exponents[i], FARTHEST);
            double p = 1 + r * (1 + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * (C7 + r * C8)))))));
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            out[i] = (float) p;
        }
    }

    /** Replaces the exponents [from, to), times the factor, by {@code e^−x} with a relative error of at most 1e-12. */
    static void fine(double[] exponents, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            double r = PART * Math.min(factor * exponents[i], FARTHEST);
            double high = C7 + r * (C8 + r * (C9 + r * (C10 + r * (C11 + r * C12))));
            double p = 1 + r * (1 + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * high))))));
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            exponents[i] = p;
        }
    }
}
