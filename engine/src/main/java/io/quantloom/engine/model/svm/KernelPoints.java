package io.quantloom.engine.model.svm;

import java.util.Arrays;

/**
 * Points whose kernel {@code e^(−gamma·|x − y|²)} is asked row by row. They are kept column by column, so that the loop over
 * them runs in vectors, less the mean of all (the kernel does not see it), times √gamma, and rounded to 32 bits: a point
 * moves by 6e-8 of its distance from the middle at most, and the kernel stays that of points, symmetric and positive.
 * Distances are summed in 64 bits. Used by one thread at a time.
 */
final class KernelPoints {

    private final float[][] columns;
    private final double[] distances;
    private final double[] asked;
    private int size;

    private KernelPoints(float[][] columns, int size) {
        this.columns = columns;
        this.size = size;
        this.distances = new double[size];
        this.asked = new double[columns.length];
    }

    /** Takes rows of {@code width} finite values. */
    static KernelPoints of(double[][] rows, int width, double gamma) {
        double root = Math.sqrt(gamma);
        float[][] columns = new float[width][rows.length];
        for (int c = 0; c < width; c++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[c];
            }
            double mean = sum / rows.length;
            for (int i = 0; i < rows.length; i++) {
                columns[c][i] = (float) Math.clamp(root * (rows[i][c] - mean), -Float.MAX_VALUE, Float.MAX_VALUE);
            }
        }
        return new KernelPoints(columns, rows.length);
    }

    int size() {
        return size;
    }

    /** {@return the points of the numbers, in their order} */
    KernelPoints at(int[] numbers) {
        float[][] some = new float[columns.length][numbers.length];
        for (int c = 0; c < some.length; c++) {
            for (int i = 0; i < numbers.length; i++) {
                some[c][i] = columns[c][numbers[i]];
            }
        }
        return new KernelPoints(some, numbers.length);
    }

    /** Keeps the points of the first {@code count} numbers, which rise; the others are gone. */
    void keep(int[] numbers, int count) {
        for (float[] column : columns) {
            for (int i = 0; i < count; i++) {
                column[i] = column[numbers[i]];
            }
        }
        size = count;
    }

    /** Writes the kernel of these points with point {@code i} of the others. */
    void row(KernelPoints others, int i, float[] out) {
        for (int c = 0; c < columns.length; c++) {
            asked[c] = others.columns[c][i];
        }
        Arrays.fill(distances, 0, size, 0);
        int c = 0;
        for (; c + 3 < columns.length; c += 4) {
            add4(
                    columns[c],
                    asked[c],
                    columns[c + 1],
                    asked[c + 1],
                    columns[c + 2],
                    asked[c + 2],
                    columns[c + 3],
                    asked[c + 3]);
        }
        for (; c < columns.length; c++) {
            add(columns[c], asked[c]);
        }
        Decay.coarse(distances, out, size);
    }

    private void add4(float[] a, double xa, float[] b, double xb, float[] c, double xc, float[] d, double xd) {
        double[] sums = distances;
        for (int i = 0; i < size; i++) {
            double offA = a[i] - xa;
            double offB = b[i] - xb;
            double offC = c[i] - xc;
            double offD = d[i] - xd;
            sums[i] = sums[i] + offA * offA + offB * offB + offC * offC + offD * offD;
        }
    }

    private void add(float[] column, double at) {
        double[] sums = distances;
        for (int i = 0; i < size; i++) {
            double off = column[i] - at;
            sums[i] += off * off;
        }
    }
}
