package io.quantloom.engine.model.net;

/**
 * Products of matrices, added to what is there. The loops run along the columns, in vectors; a pass takes four terms at
 * once. Passes over several sums at once are no faster: the JVM (JDK 25) makes vectors of few of them. Terms are added by
 * fours in their order, then the rest one by one, so that a row's sums do not depend on the rows beside it.
 */
final class Products {

    private static final int BY = 4;

    private Products() {}

    /** {@code out[b] += Σ factors[b][i]·rows[i]} for b below {@code size}. */
    static void add(float[][] factors, float[][] rows, float[][] out, int size) {
        for (int b = 0; b < size; b++) {
            combine(rows, factors[b], rows.length, out[b]);
        }
    }

    /** {@code out[i] += Σ factors[b][i]·rows[b]} over b below {@code size}. */
    static void addTurned(float[][] factors, float[][] rows, float[][] out, int size) {
        float[] across = new float[size];
        for (int i = 0; i < out.length; i++) {
            for (int b = 0; b < size; b++) {
                across[b] = factors[b][i];
            }
            combine(rows, across, size, out[i]);
        }
    }

    /** {@code out += Σ factors[i]·rows[i]} over i below {@code size}. */
    static void combine(float[][] rows, float[] factors, int size, float[] out) {
        int i = 0;
        for (; i + BY <= size; i += BY) {
            add4(rows, i, factors, out);
        }
        if (size - i == BY - 1) {
            add3(rows, i, factors, out);
            i = size;
        }
        for (; i < size; i++) {
            add(factors[i], rows[i], out);
        }
    }

    /** {@code out += rows[0] + … + rows[size − 1]}, one after another. */
    static void sum(float[][] rows, float[] out, int size) {
        int b = 0;
        for (; b + BY <= size; b += BY) {
            sum(rows[b], rows[b + 1], rows[b + 2], rows[b + 3], out);
        }
        for (; b < size; b++) {
            add(1, rows[b], out);
        }
    }

    /** Returns {@code from + Σ factors[i]·column[i]}. */
    static float dot(float from, float[] factors, float[] column) {
        float sum = from;
        int i = 0;
        for (; i + BY <= column.length; i += BY) {
            sum += factors[i] * column[i]
                    + factors[i + 1] * column[i + 1]
                    + factors[i + 2] * column[i + 2]
                    + factors[i + 3] * column[i + 3];
        }
        for (; i < column.length; i++) {
            sum += factors[i] * column[i];
        }
        return sum;
    }

    private static void add4(float[][] rows, int i, float[] f, float[] out) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] c = rows[i + 2];
        float[] d = rows[i + 3];
        float fa = f[i];
        float fb = f[i + 1];
        float fc = f[i + 2];
        float fd = f[i + 3];
        for (int j = 0; j < out.length; j++) {
            out[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    /** Adds three terms one after another. */
    private static void add3(float[][] rows, int i, float[] f, float[] out) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] c = rows[i + 2];
        float fa = f[i];
        float fb = f[i + 1];
        float fc = f[i + 2];
        for (int j = 0; j < out.length; j++) {
            out[j] = out[j] + fa * a[j] + fb * b[j] + fc * c[j];
        }
    }

    private static void add(float factor, float[] row, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * row[j];
        }
    }

    private static void sum(float[] a, float[] b, float[] c, float[] d, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = out[j] + a[j] + b[j] + c[j] + d[j];
        }
    }
}
