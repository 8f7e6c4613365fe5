package io.quantloom.ui.backtests.grid;

import io.quantloom.engine.backtest.grid.GridAxis;
import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.engine.backtest.grid.GridTable;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.ui.backtests.grid.GridContent.Matrices;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes a recorded grid ready to show. Pure functions. */
final class Grids {

    /** The most combinations listed. */
    static final int MOST = 500;

    private static final Texts TEXTS = Texts.of("backtests");

    private Grids() {}

    /** Returns the content of a grid. */
    static GridContent of(GridResult grid) {
        GridTable table = grid.table();
        List<GridRow> rows =
                grid.mostRobust(MOST).stream().map(row -> row(grid, row)).toList();
        if (rows.isEmpty()) {
            // One combination has no neighbors.
            rows = IntStream.range(0, Math.min(MOST, table.size()))
                    .mapToObj(row -> row(grid, row))
                    .toList();
        }
        return new GridContent(
                grid,
                StatisticText.of(grid.objective().key()).label(),
                table.axes().stream().map(axis -> name(axis.key())).toList(),
                rows,
                summary(grid),
                note(grid));
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
    }

    private static GridRow row(GridResult grid, int row) {
        GridTable table = grid.table();
        return new GridRow(
                row,
                List.copyOf(table.parameters(row).values()),
                value(table.inSample(grid.objective(), row)),
                value(table.neighborhood(row)),
                value(table.outOfSample(grid.objective(), row)),
                value(table.inSample(Statistic.TOTAL_RETURN, row)),
                -value(table.inSample(Statistic.MAX_DRAWDOWN, row)),
                value(table.inSample(Statistic.TRADES, row)));
    }

    private static List<String> summary(GridResult grid) {
        var sentences = new ArrayList<String>();
        grid.best(1).forEach(row -> sentences.add(sentence("grid.best", grid, row)));
        grid.mostRobust(1).forEach(row -> sentences.add(sentence("grid.robust", grid, row)));
        return sentences;
    }

    private static String sentence(String key, GridResult grid, int row) {
        GridTable table = grid.table();
        StatisticText text = StatisticText.of(grid.objective().key());
        var parameters = new ArrayList<String>();
        table.parameters(row).forEach((axis, value) -> parameters.add(name(axis) + " " + value));
        String ends = table.isSplit()
                ? TEXTS.get("grid.then", text.format(value(table.outOfSample(grid.objective(), row))))
                : "";
        return TEXTS.get(
                        key,
                        String.join(", ", parameters),
                        text.label(),
                        text.format(value(table.inSample(grid.objective(), row))),
                        text.format(value(table.neighborhood(row))))
                + ends;
    }

    private static String note(GridResult grid) {
        var words = new StringBuilder(
                TEXTS.get("grid.note", Formats.integer(grid.table().size())));
        if (grid.table().kernelRows() > 0) {
            words.append(TEXTS.get("grid.kernel", Formats.integer(grid.table().kernelRows())));
        }
        if (grid.skipped() > 0) {
            words.append(TEXTS.get("grid.skipped", Formats.integer(grid.skipped())));
        }
        grid.deflatedSharpe().ifPresent(value -> words.append(TEXTS.get("grid.deflated", Formats.decimal(value, 3))));
        grid.outOfSampleFrom().ifPresent(from -> words.append(TEXTS.get("grid.split", Formats.day(from))));
        return words.toString();
    }

    /**
     * Returns the grid over two of its axes; where it has more, the others stand as in the given row.
     *
     * @param x index of the axis across
     * @param y index of the axis up; the same index for a grid of one axis
     */
    static Matrices matrices(GridResult grid, int x, int y, int fixedRow) {
        GridTable table = grid.table();
        GridAxis across = table.axes().get(x);
        boolean flat = x == y;
        int columns = across.values().size();
        int height = flat ? 1 : table.axes().get(y).values().size();
        int[] rows = new int[columns * height];
        java.util.Arrays.fill(rows, -1);
        for (int row = 0; row < table.size(); row++) {
            if (sameElsewhere(table, row, fixedRow, x, y)) {
                // The first value stands lowest, as on any axis up.
                int up = flat ? 0 : height - 1 - table.choice(row, y);
                rows[up * columns + table.choice(row, x)] = row;
            }
        }
        List<Integer> cells = IntStream.of(rows).boxed().toList();
        List<Double> inSample = cells.stream()
                .map(row -> row < 0 ? Double.NaN : value(table.inSample(grid.objective(), row)))
                .toList();
        List<Double> neighbors = cells.stream()
                .map(row -> row < 0 ? Double.NaN : value(table.neighborhood(row)))
                .toList();
        List<Double> outOfSample = cells.stream()
                .map(row -> row < 0 ? Double.NaN : value(table.outOfSample(grid.objective(), row)))
                .toList();
        // One scale, by what was looked at first: out of sample pale means less than in sample, full means as much.
        double strongest = MatrixChart.Content.strongestOf(inSample);
        var frame = new Frame(
                table, x, y, flat, strongest, StatisticText.of(grid.objective().key()));
        return new Matrices(
                frame.content(inSample),
                frame.content(neighbors),
                table.isSplit() ? Optional.of(frame.content(outOfSample)) : Optional.empty(),
                cells);
    }

    private record Frame(GridTable table, int x, int y, boolean flat, double strongest, StatisticText text) {
        MatrixChart.Content content(List<Double> values) {
            GridAxis across = table.axes().get(x);
            return new MatrixChart.Content(
                    name(across.key()),
                    across.values(),
                    flat ? "" : name(table.axes().get(y).key()),
                    flat ? List.of("") : table.axes().get(y).values().reversed(),
                    values,
                    OptionalInt.empty(),
                    strongest,
                    text::format);
        }
    }

    private static boolean sameElsewhere(GridTable table, int row, int fixedRow, int x, int y) {
        for (int axis = 0; axis < table.axes().size(); axis++) {
            if (axis != x && axis != y && table.choice(row, axis) != table.choice(fixedRow, axis)) {
                return false;
            }
        }
        return true;
    }

    private static double value(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
