package io.quantloom.engine.model.learning;

/**
 * Rows kept column by column, so that the loops over their squared Euclidean distances run in vectors. The squares are
 * added column after column whatever part is asked for, so that a distance has the same bits in every part. Immutable by
 * convention.
 */
public final class DistanceColumns {

    /** So many rows at once stay in the processor's nearest memory while they are compared with many others. */
    public static final int PART = 512;

    private final double[][] columns;
    private final int size;

    /**
     * Takes the columns over.
     *
     * @param size rows, the length of each column
     */
    public DistanceColumns(double[][] columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /** {@return the number of columns} */
    public int width() {
        return columns.length;
    }

    /** Writes the columns, one after another. */
    public void write(ModelWriter writer) {
        for (double[] column : columns) {
            writer.reals(column);
        }
    }

    /** Reads {@code width} columns of {@code size} values. */
    public static DistanceColumns read(ModelReader reader, int width, int size) {
        double[][] columns = new double[width][];
        for (int c = 0; c < width; c++) {
            columns[c] = reader.reals(size);
        }
        return new DistanceColumns(columns, size);
    }

    /** Writes the squared distances between {@code x} and the rows [from, to) to the same places of {@code out}. */
    public void squared(double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = 0;
        }
        int c = 0;
        for (; c + 3 < columns.length; c += 4) {
            add4(
                    columns[c],
                    x[c],
                    columns[c + 1],
                    x[c + 1],
                    columns[c + 2],
                    x[c + 2],
                    columns[c + 3],
                    x[c + 3],
                    out,
                    from,
                    to);
        }
        for (; c < columns.length; c++) {
            add(columns[c], x[c], out, from, to);
        }
    }

    private static void add4(
            double[] a,
            double xa,
            double[] b,
            double xb,
            double[] c,
            double xc,
            double[] d,
            double xd,
            double[] out,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            double offA = a[i] - xa;
            double offB = b[i] - xb;
            double offC = c[i] - xc;
            double offD = d[i] - xd;
            out[i] = out[i] + offA * offA + offB * offB + offC * offC + offD * offD;
        }
    }

    private static void add(double[] column, double at, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double off = column[i] - at;
            out[i] += off * off;
        }
    }
}
