package io.quantloom.engine.model.svm;

import io.quantloom.engine.model.learning.RowForm;

/**
 * The probability {@code 1/(1 + e^(a·margin + b))}. Source: H. Lin, C. Lin, R. Weng, A note on Platt's probabilistic
 * outputs for support vector machines, Machine Learning 68 (2007).
 *
 * @param a below zero where the margin tells the classes apart
 * @param b shift
 */
record Platt(double a, double b) {

    private static final int MOST_STEPS = 100;
    private static final double SHORTEST_STEP = 1e-10;
    private static final double RIDGE = 1e-12;
    private static final double FLAT = 1e-5;

    double probability(double margin) {
        return RowForm.sigmoid(-(a * margin + b));
    }

    /** Fits by Newton's method with halved steps to targets drawn in from 0 and 1 by the rows of each class. */
    static Platt fit(double[] margins, boolean[] positive) {
        double positives = 0;
        for (int i = 0; i < margins.length; i++) {
            positives += positive[i] ? 1 : 0;
        }
        double negatives = margins.length - positives;
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double[] targets = new double[margins.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = positive[i] ? high : low;
        }
        var at = new Platt(0, Math.log((negatives + 1) / (positives + 1)));
        double loss = at.loss(margins, targets);
        for (int step = 0; step < MOST_STEPS; step++) {
            Newton newton = at.newton(margins, targets);
            if (newton.isFlat()) {
                break;
            }
            Platt next = at;
            double length = 1;
            boolean lower = false;
            for (; !lower && length >= SHORTEST_STEP; length /= 2) {
                next = new Platt(at.a + length * newton.wayA, at.b + length * newton.wayB);
                double lossThere = next.loss(margins, targets);
                if (lossThere < loss + 1e-4 * length * newton.slope()) {
                    loss = lossThere;
                    lower = true;
                }
            }
            if (!lower) {
                break;
            }
            at = next;
        }
        return at;
    }

    private double loss(double[] margins, double[] targets) {
        double loss = 0;
        for (int i = 0; i < margins.length; i++) {
            double z = a * margins[i] + b;
            loss += z >= 0
                    ? targets[i] * z + StrictMath.log1p(StrictMath.exp(-z))
                    : (targets[i] - 1) * z + StrictMath.log1p(StrictMath.exp(z));
        }
        return loss;
    }

    private Newton newton(double[] margins, double[] targets) {
        double aa = RIDGE;
        double bb = RIDGE;
        double ab = 0;
        double gradientA = 0;
        double gradientB = 0;
        for (int i = 0; i < margins.length; i++) {
            double p = probability(margins[i]);
            double bend = p * (1 - p);
            aa += margins[i] * margins[i] * bend;
            bb += bend;
            ab += margins[i] * bend;
            gradientA += margins[i] * (targets[i] - p);
            gradientB += targets[i] - p;
        }
        double determinant = aa * bb - ab * ab;
        return new Newton(
                gradientA,
                gradientB,
                -(bb * gradientA - ab * gradientB) / determinant,
                -(aa * gradientB - ab * gradientA) / determinant);
    }

    private record Newton(double gradientA, double gradientB, double wayA, double wayB) {

        boolean isFlat() {
            return Math.abs(gradientA) < FLAT && Math.abs(gradientB) < FLAT;
        }

        double slope() {
            return gradientA * wayA + gradientB * wayB;
        }
    }
}
