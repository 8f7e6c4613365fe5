package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
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

    /**
     * Returns the block without bars, to be fed those of the series: the bits of {@link #compute} over all bars taken so
     * far, at a cost that does not grow with them.
     */
    BlockStream stream(SeriesKey series);

    /**
     * Returns its columns, one value for every bar of the view's series from what was known at its close. This default feeds
     * the stream; blocks with a faster way over a whole series take that.
     */
    default double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        BlockStream stream = stream(bars.key());
        double[][] columns = new double[columns().size()][bars.size()];
        for (int t = 0; t < bars.size(); t++) {
            double[] row = stream.next(bars.bar(t), view);
            for (int c = 0; c < row.length; c++) {
                columns[c][t] = row[c];
            }
        }
        return columns;
    }

    /** {@return as many undefined columns as it has} */
    default double[][] undefined(int rows) {
        double[][] columns = new double[columns().size()][rows];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }

    /** {@return one row of undefined values} */
    default double[] undefinedRow() {
        double[] row = new double[columns().size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }
}
