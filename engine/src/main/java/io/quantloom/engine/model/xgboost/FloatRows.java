package io.quantloom.engine.model.xgboost;

import java.util.List;

/** Rows as XGBoost takes them: 32-bit floats, row after row. */
final class FloatRows {

    private FloatRows() {}

    /**
     * Packs the rows; what a float cannot hold becomes the largest it can.
     *
     * @throws IllegalArgumentException if a row has not {@code columns} values or one is NaN
     */
    static float[] pack(List<double[]> rows, int columns) {
        float[] packed = new float[Math.multiplyExact(rows.size(), columns)];
        int place = 0;
        for (double[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException("expected rows of " + columns + " features, found " + row.length);
            }
            for (double value : row) {
                if (Double.isNaN(value)) {
                    throw new IllegalArgumentException(
                            "a feature is undefined (NaN); only complete rows have a prediction");
                }
                packed[place++] = (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
            }
        }
        return packed;
    }
}
