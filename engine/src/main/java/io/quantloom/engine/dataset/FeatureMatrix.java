package io.quantloom.engine.dataset;

import java.util.List;

/**
 * Features of a series, one row for every bar in the bars' order. A value belongs to the bar's close and uses data up to
 * that close only; it is NaN while it is undefined. Immutable.
 */
public final class FeatureMatrix {

    private final List<String> names;
    private final double[][] columns;

    private FeatureMatrix(List<String> names, double[][] columns) {
        this.names = names;
        this.columns = columns;
    }

    /**
     * Returns a matrix over the columns, which the caller gives away.
     *
     * @throws IllegalArgumentException if there is not one column for each name, all of one length
     */
    public static FeatureMatrix ofColumns(List<String> names, double[][] columns) {
        if (names.size() != columns.length) {
            throw new IllegalArgumentException(names.size() + " names for " + columns.length + " columns");
        }
        for (double[] column : columns) {
            if (column.length != columns[0].length) {
                throw new IllegalArgumentException("feature columns differ in length");
            }
        }
        return new FeatureMatrix(List.copyOf(names), columns);
    }

    /** {@return the names of the columns in their order} */
    public List<String> names() {
        return names;
    }

    /** {@return the number of rows} */
    public int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /** {@return one value; NaN when undefined} */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /** {@return a copy of row {@code i}, in the order of the names} */
    public double[] row(int i) {
        double[] row = new double[columns.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = columns[c][i];
        }
        return row;
    }

    /**
     * Returns the columns with the names, in their order, without copying them.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public FeatureMatrix select(List<String> selected) {
        double[][] chosen = new double[selected.size()][];
        for (int c = 0; c < chosen.length; c++) {
            int place = names.indexOf(selected.get(c));
            if (place < 0) {
                throw new IllegalArgumentException("no feature column " + selected.get(c));
            }
            chosen[c] = columns[place];
        }
        return ofColumns(selected, chosen);
    }

    /** {@return whether every value of row {@code i} is defined} */
    public boolean isDefined(int i) {
        for (double[] column : columns) {
            if (Double.isNaN(column[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the column has no defined value} */
    public boolean isUndefinedThroughout(int column) {
        for (double value : columns[column]) {
            if (!Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
