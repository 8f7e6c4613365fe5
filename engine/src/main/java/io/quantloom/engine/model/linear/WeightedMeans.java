package io.quantloom.engine.model.linear;

import io.quantloom.engine.model.learning.PreparedRows;

/** Weighted means of the columns. */
final class WeightedMeans {

    private WeightedMeans() {}

    static double[] of(PreparedRows rows) {
        double[] means = new double[rows.columns()];
        double all = 0;
        for (int i = 0; i < rows.size(); i++) {
            all += rows.weight(i);
            for (int c = 0; c < means.length; c++) {
                means[c] += rows.weight(i) * rows.rows()[i][c];
            }
        }
        for (int c = 0; c < means.length; c++) {
            means[c] /= all;
        }
        return means;
    }
}
