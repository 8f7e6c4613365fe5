package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import java.util.Arrays;
import java.util.List;

/** One or more columns by one definition. Immutable; equal definitions have equal texts. */
interface FeatureBlock {

    /** {@return the names of its columns} */
    List<String> columns();

    /** {@return the definition as canonical text} */
    String text();

    /** {@return what it needs beside the bars} */
    default List<FeatureInput> inputs() {
        return List.of();
    }

    /** Returns its columns, one value for every bar of the view's series from what was known at its close. */
    double[][] compute(MarketView view);

    /** {@return as many undefined columns as it has} */
    default double[][] undefined(int rows) {
        double[][] columns = new double[columns().size()][rows];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }
}
