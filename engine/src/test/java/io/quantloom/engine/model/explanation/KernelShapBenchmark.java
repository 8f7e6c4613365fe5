package io.quantloom.engine.model.explanation;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What KernelSHAP costs beside the model it asks, and how far a sample of the sets is off, as a program: CPU milliseconds
 * an explained row over 200 background rows with a model that is one dot product and a tanh, nanoseconds an evaluation,
 * and the largest error over 10 rows against all sets at 15 features. Run by hand on a quiet machine.
 */
public final class KernelShapBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;

    private KernelShapBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        for (int features : new int[] {8, 11, 19, 40}) {
            cost(features);
        }
        for (int budget : new int[] {512, 2_048, KernelShap.usualBudget(15), 8_192}) {
            error(budget);
        }
    }

    private static void cost(int features) {
        double[][] background = rows(1, 200, features);
        double[][] asked = rows(2, 4, features);
        int budget = KernelShap.usualBudget(features);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var kernel = new KernelShap(KernelShapBenchmark::answers, background, budget, new Seeds(1));
            long begin = THREADS.getCurrentThreadCpuTime();
            kernel.explain(OutputSpace.PROBABILITY, asked, JobContext.none()).orThrow();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - begin);
        }
        double sets = Coalitions.of(features, budget, new Seeds(1).random()).size();
        System.out.printf(
                "%2d features: %6.1f CPU-ms a row, %4.0f ns an evaluation (%.0f sets x 200 rows)%n",
                features, best / 1e6 / asked.length, best / (asked.length * sets * background.length), sets);
    }

    private static void error(int budget) {
        double[][] background = rows(3, 50, 15);
        double[][] asked = rows(4, 10, 15);
        double largest = 0;
        ShapValues exact = explain(background, asked, 32_766);
        ShapValues sampled = explain(background, asked, budget);
        for (int i = 0; i < asked.length; i++) {
            for (int c = 0; c < 15; c++) {
                largest = Math.max(largest, Math.abs(exact.contributions(i)[c] - sampled.contributions(i)[c]));
            }
        }
        System.out.printf("15 features, %5d of 32766 sets: largest error %.1e%n", budget, largest);
    }

    private static ShapValues explain(double[][] background, double[][] asked, int budget) {
        return new KernelShap(KernelShapBenchmark::answers, background, budget, new Seeds(7))
                .explain(OutputSpace.PROBABILITY, asked, JobContext.none())
                .orThrow();
    }

    private static double[] answers(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> {
                    double sum = row[0] * row[1] - 0.5 * row[2] * row[3] * row[4];
                    for (int c = 0; c < row.length; c++) {
                        sum += row[c] * (c % 3 - 1);
                    }
                    return 0.5 + 0.5 * Math.tanh(sum / 2);
                })
                .toArray();
    }

    private static double[][] rows(long seed, int size, int features) {
        var random = new SplittableRandom(seed);
        double[][] rows = new double[size][features];
        for (double[] row : rows) {
            for (int c = 0; c < features; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return rows;
    }
}
