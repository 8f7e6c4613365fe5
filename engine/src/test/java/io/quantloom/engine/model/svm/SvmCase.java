package io.quantloom.engine.model.svm;

import io.quantloom.engine.base.JobContext;
import java.util.List;
import java.util.SplittableRandom;

/** A problem with what makes machines stumble: weights, hard and soft boxes, doubled rows, constant columns. */
final class SvmCase {

    final String name;
    final double[][] rows;
    final boolean[] positive;
    /** C of each row. */
    final double[] most;

    final double gamma;

    private SvmCase(String name, double[][] rows, boolean[] positive, double[] most, double gamma) {
        this.name = name;
        this.rows = rows;
        this.positive = positive;
        this.most = most;
        this.gamma = gamma;
    }

    static List<SvmCase> all() {
        return List.of(
                of("plain", 1, 300, 4, 0.25, 1, 1),
                of("weighted", 2, 300, 4, 0.25, 3, 0.6),
                of("hard", 3, 200, 3, 1, 100, 100),
                of("soft", 4, 250, 5, 0.05, 0.01, 0.01),
                doubled(of("doubled", 5, 200, 2, 0.5, 10, 10)),
                constant(of("constant", 6, 150, 3, 2, 1, 1)),
                of("large", 7, 1500, 10, 0.1, 1, 2),
                separable(of("separable", 8, 120, 2, 0.3, 1e4, 1e4)));
    }

    /** Values even in [−2, 2); a ring and a slope tell the classes apart, noise does not let them. */
    static SvmCase of(String name, long seed, int size, int width, double gamma, double positiveC, double negativeC) {
        var random = new SplittableRandom(seed);
        double[][] rows = new double[size][width];
        boolean[] positive = new boolean[size];
        double[] most = new double[size];
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < width; c++) {
                rows[i][c] = 4 * random.nextDouble() - 2;
            }
            double signal = rows[i][0] * rows[i][0] - 1 + rows[i][1] / 2;
            positive[i] = signal + 2 * random.nextDouble() - 1 > 0;
            most[i] = positive[i] ? positiveC : negativeC;
        }
        return new SvmCase(name, rows, positive, most, gamma);
    }

    /** Every fourth row is the one before it, of the other class. */
    private static SvmCase doubled(SvmCase one) {
        for (int i = 1; i < one.rows.length; i += 4) {
            one.rows[i] = one.rows[i - 1].clone();
            one.positive[i] = !one.positive[i - 1];
        }
        return one;
    }

    private static SvmCase constant(SvmCase one) {
        for (double[] row : one.rows) {
            row[2] = 1000;
        }
        return one;
    }

    private static SvmCase separable(SvmCase one) {
        for (int i = 0; i < one.rows.length; i++) {
            one.positive[i] = one.rows[i][0] * one.rows[i][0] + one.rows[i][1] * one.rows[i][1] > 1.5;
        }
        return one;
    }

    BoxProblem solved(double tolerance) {
        BoxProblem problem = BoxProblem.of(positive, most);
        if (!solver(tolerance).solve(problem)) {
            throw new IllegalStateException("nobody canceled");
        }
        return problem;
    }

    BoxSolver solver(double tolerance) {
        return new BoxSolver(KernelPoints.of(rows, rows[0].length, gamma), tolerance, JobContext.none());
    }

    /** {@code e^(−gamma·|x − y|²)} by the book. */
    double kernel(int i, int j) {
        double sum = 0;
        for (int c = 0; c < rows[i].length; c++) {
            sum += (rows[i][c] - rows[j][c]) * (rows[i][c] - rows[j][c]);
        }
        return StrictMath.exp(-gamma * sum);
    }

    @Override
    public String toString() {
        return name;
    }
}
