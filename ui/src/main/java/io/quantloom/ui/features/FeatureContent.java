package io.quantloom.ui.features;

import io.quantloom.engine.dataset.FeatureDescription;
import io.quantloom.engine.dataset.FeatureStatistics;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.features.ColumnRow.Checked;
import io.quantloom.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A feature set on a series, ready to show: every figure is the engine's, whoever asks. Made
 * away from the JavaFX thread. Immutable.
 */
final class FeatureContent {

    private final FeatureDescription description;
    private final int warmUp;
    private final List<ColumnRow> rows;
    private final MatrixChart.Content correlations;

    private FeatureContent(FeatureDescription description) {
        this.description = description;
        this.warmUp = Math.min(
                description.bars().size(),
                description.set().warmUp(description.bars().key().timeframe()));
        this.rows = IntStream.range(0, description.columns().size())
                .mapToObj(c -> row(c, description.columns().get(c)))
                .toList();
        this.correlations = correlations(description);
    }

    /** Returns what there is to show of a description. */
    static FeatureContent of(FeatureDescription description) {
        return new FeatureContent(description);
    }

    private static ColumnRow row(int index, FeatureStatistics column) {
        return new ColumnRow(
                index,
                column.name(),
                column.undefined(),
                column.mean(),
                column.deviation(),
                column.drift(),
                Checked.NOT_RUN,
                "");
    }

    private static MatrixChart.Content correlations(FeatureDescription description) {
        List<String> names =
                description.columns().stream().map(FeatureStatistics::name).toList();
        var cells = new ArrayList<Double>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = 0; other < names.size(); other++) {
                cells.add(description.correlation(one, other));
            }
        }
        return new MatrixChart.Content(
                "", names, "", names, cells, OptionalInt.empty(), 1, value -> Formats.signed(value, 2));
    }

    /** {@return how many bars were looked at} */
    int bars() {
        return description.bars().size();
    }

    /** {@return how many bars at the beginning the set leaves undefined, which no figure counts} */
    int warmUp() {
        return warmUp;
    }

    /** {@return the columns in the set's order} */
    List<ColumnRow> rows() {
        return rows;
    }

    /** {@return the defined values of a column behind the warm-up} */
    double[] values(int column) {
        return IntStream.range(warmUp, description.matrix().rows())
                .mapToDouble(t -> description.matrix().value(t, column))
                .filter(Double::isFinite)
                .toArray();
    }

    /** {@return how columns go together} */
    MatrixChart.Content correlations() {
        return correlations;
    }
}
