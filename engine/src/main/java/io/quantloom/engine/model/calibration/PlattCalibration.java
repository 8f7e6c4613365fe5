package io.quantloom.engine.model.calibration;

/**
 * {@code p = 1 / (1 + exp(−(slope·m + intercept)))}. Immutable.
 *
 * <p>Fitted by maximum likelihood against Platt's targets {@code (N₊ + 1)/(N₊ + 2)} and {@code 1/(N₋ + 2)}, which keep
 * separable rows from an infinite slope, with Newton's method and backtracking. The slope must not be negative: where the
 * best one is, out-of-fold rows rank the wrong way, and the best flat line is taken, which says the share of the class.
 * Sources: J. Platt, Advances in Large Margin Classifiers (1999); H.-T. Lin, C.-J. Lin and R. Weng, A note on Platt's
 * probabilistic outputs for support vector machines, Machine Learning 68 (2007), algorithm 1.
 *
 * @param slope finite, zero or more
 * @param intercept finite
 */
public record PlattCalibration(double slope, double intercept) implements Calibration {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double FLAT = 1e-9;
    private static final double RIDGE = 1e-12;
    private static final double ENOUGH = 1e-4;

    /** Checks the ranges. */
    public PlattCalibration {
        if (!(slope >= 0 && slope < Double.POSITIVE_INFINITY) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "expected a finite slope of zero or more and a finite intercept, was " + slope + ", " + intercept);
        }
    }

    static PlattCalibration fit(double[] margins, boolean[] positive, double[] weights) {
        double positives = 0;
        double all = 0;
        for (int i = 0; i < margins.length; i++) {
            positives += positive[i] ? weights[i] : 0;
            all += weights[i];
        }
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (all - positives + 2);
        double[] targets = new double[margins.length];
        double mean = 0;
        for (int i = 0; i < targets.length; i++) {
            targets[i] = positive[i] ? high : low;
            mean += weights[i] * targets[i] / all;
        }
        double[] line = newton(margins, targets, weights, Math.log((positives + 1) / (all - positives + 1)));
        return line[0] > 0
                ? new PlattCalibration(line[0], line[1])
                : new PlattCalibration(0, Math.log(mean / (1 - mean)));
    }

    /** Slope and intercept of the least loss. */
    private static double[] newton(double[] margins, double[] targets, double[] weights, double begin) {
        double a = 0;
        double b = begin;
        double loss = loss(margins, targets, weights, a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double haa = RIDGE;
            double hbb = RIDGE;
            double hab = 0;
            double ga = 0;
            double gb = 0;
            for (int i = 0; i < margins.length; i++) {
                double p = sigmoid(a * margins[i] + b);
                double curve = weights[i] * p * (1 - p);
                haa += margins[i] * margins[i] * curve;
                hbb += curve;
                hab += margins[i] * curve;
                double slope = weights[i] * (p - targets[i]);
                ga += margins[i] * slope;
                gb += slope;
            }
            if (Math.abs(ga) < FLAT && Math.abs(gb) < FLAT) {
                break;
            }
            double determinant = haa * hbb - hab * hab;
            double da = -(hbb * ga - hab * gb) / determinant;
            double db = -(haa * gb - hab * ga) / determinant;
            double descent = ga * da + gb * db;
            double size = 1;
            double next = loss(margins, targets, weights, a + da, b + db);
            while (!(next < loss + ENOUGH * size * descent) && size >= SMALLEST_STEP) {
                size /= 2;
                next = loss(margins, targets, weights, a + size * da, b + size * db);
            }
            if (size < SMALLEST_STEP) {
                break;
            }
            a += size * da;
            b += size * db;
            loss = next;
        }
        return new double[] {a, b};
    }

    /** {@code −Σ w·(t·ln p + (1 − t)·ln(1 − p))} without overflow. */
    private static double loss(double[] margins, double[] targets, double[] weights, double a, double b) {
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            double f = a * margins[i] + b;
            double each = f >= 0
                    ? (1 - targets[i]) * f + Math.log1p(Math.exp(-f))
                    : -targets[i] * f + Math.log1p(Math.exp(f));
            sum += weights[i] * each;
        }
        return sum;
    }

    private static double sigmoid(double f) {
        if (f >= 0) {
            return 1 / (1 + Math.exp(-f));
        }
        double e = Math.exp(f);
        return e / (1 + e);
    }

    @Override
    public CalibrationMethod method() {
        return CalibrationMethod.PLATT;
    }

    @Override
    public double probability(double margin) {
        return sigmoid(slope * margin + intercept);
    }

    @Override
    public String text() {
        return slope + "," + intercept;
    }
}
