package io.quantloom.ui.features;

import io.quantloom.ui.chart.figure.MatrixChart;
import java.util.List;

/** A feature set on a series, ready to show. Made away from the JavaFX thread. Immutable. */
final class FeatureContent {

    private final String set;
    private final int bars;
    private final List<ColumnRow> rows;
    private final List<double[]> values;
    private final MatrixChart.Content correlations;

    /** Takes the values with a value on each column, given away. */
    FeatureContent(
            String set, int bars, List<ColumnRow> rows, List<double[]> values, MatrixChart.Content correlations) {
        this.set = set;
        this.bars = bars;
        this.rows = List.copyOf(rows);
        this.values = List.copyOf(values);
        this.correlations = correlations;
    }

    /** {@return name of the set} */
    String set() {
        return set;
    }

    /** {@return how many bars were looked at} */
    int bars() {
        return bars;
    }

    /** {@return the columns in the set's order} */
    List<ColumnRow> rows() {
        return rows;
    }

    /** {@return a copy of the defined values of a column} */
    double[] values(int column) {
        return values.get(column).clone();
    }

    /** {@return how columns go together} */
    MatrixChart.Content correlations() {
        return correlations;
    }
}
