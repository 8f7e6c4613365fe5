package io.quantloom.engine.model.learning;

/** What a model may be asked about: rows of its width without gaps. */
public final class CompleteRows {

    private CompleteRows() {}

    /**
     * Checks the rows.
     *
     * @throws IllegalArgumentException if a row has not {@code columns} values or one is NaN
     */
    public static void check(double[][] rows, int columns) {
        for (double[] row : rows) {
            check(row, columns);
        }
    }

    /**
     * Checks one row.
     *
     * @throws IllegalArgumentException if it has not {@code columns} values or one is NaN
     */
    public static void check(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException("expected rows of " + columns + " features, found " + row.length);
        }
        for (double value : row) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(
                        "a feature is undefined (NaN); only complete rows have a prediction");
            }
        }
    }
}
