package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.SeriesKey;
import java.util.Arrays;
import java.util.List;

/**
 * Some columns of a built-in set.
 *
 * @param set whose
 * @param columns names of its columns
 */
record SetBlock(FeatureSet set, List<String> columns) implements FeatureBlock {

    @Override
    public String text() {
        return "set " + set.name() + " " + set.fingerprint().hex() + " columns=" + String.join(",", columns);
    }

    @Override
    public List<FeatureInput> inputs() {
        return set.inputs();
    }

    @Override
    public double[][] compute(MarketView view) {
        FeatureMatrix matrix = set.compute(view).select(columns);
        double[][] values = new double[columns.size()][matrix.rows()];
        for (int c = 0; c < values.length; c++) {
            for (int t = 0; t < matrix.rows(); t++) {
                values[c][t] = matrix.value(t, c);
            }
        }
        return values;
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        BlockStream all = whole(series);
        int[] places = columns.stream().mapToInt(set.columns()::indexOf).toArray();
        return (bar, beside) -> {
            double[] row = all.next(bar, beside);
            return Arrays.stream(places).mapToDouble(place -> row[place]).toArray();
        };
    }

    /** A set of blocks takes what stands beside from whoever asks; any other needs nothing but the bars. */
    private BlockStream whole(SeriesKey series) {
        if (set instanceof DefinedFeatures defined) {
            return defined.stream(series)::row;
        }
        FeatureStream stream = set.stream(series);
        return (bar, _) -> stream.next(bar);
    }
}
