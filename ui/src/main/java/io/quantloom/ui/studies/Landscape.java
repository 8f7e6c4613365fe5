package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The trials that pass the filter over two settings, three times: the mean value in each cell, the mean over the cell and
 * those one step away, and how many trials there are. A lone peak shows in the first and is gone in the second. Immutable.
 *
 * @param values mean of each cell
 * @param neighbors mean over each cell and those around it
 * @param counts trials in each cell
 * @param best the trial with the highest value of each cell; −1 for an empty one
 */
record Landscape(
        MatrixChart.Content values, MatrixChart.Content neighbors, MatrixChart.Content counts, List<Integer> best) {

    Landscape {
        best = List.copyOf(best);
    }

    private static final Texts TEXTS = Texts.of("studies");

    static Landscape of(ShownStudy shown, String across, String up) {
        List<TrialRow> trials =
                shown.passing().stream().filter(TrialRow::isComplete).toList();
        Bins columns = Bins.of(shown.content(), trials, across);
        Bins rows = Bins.of(shown.content(), trials, up);
        var cells = new Cells(columns.size(), rows.size());
        for (TrialRow trial : trials) {
            // The first bin stands lowest, as on any axis up.
            cells.add(columns.bin(trial), rows.size() - 1 - rows.bin(trial), trial);
        }
        List<Double> values = cells.values();
        double[] finite = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        // Colors part at zero where values have both signs, else at the median.
        boolean isSigned = finite.length > 0 && finite[0] < 0 && finite[finite.length - 1] > 0;
        double middle = isSigned || finite.length == 0 ? 0 : finite[finite.length / 2];
        double strongest = Math.max(
                1e-9,
                DoubleStream.of(finite)
                        .map(value -> Math.abs(value - middle))
                        .max()
                        .orElse(1));
        var frame = new Frame(across, up, columns.labels(), rows.labels().reversed());
        List<Double> counts = cells.counts();
        double most = counts.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return new Landscape(
                frame.content(values, middle, strongest, 2),
                frame.content(cells.neighbors(), middle, strongest, 2),
                frame.content(counts, 0, most, 0),
                cells.best());
    }

    private record Frame(String across, String up, List<String> columns, List<String> rows) {
        MatrixChart.Content content(List<Double> values, double middle, double strongest, int digits) {
            return new MatrixChart.Content(
                    across,
                    columns,
                    up,
                    rows,
                    values,
                    OptionalInt.empty(),
                    middle,
                    strongest,
                    value -> Double.isNaN(value) ? "" : Formats.decimal(value, digits));
        }
    }

    /** {@return the cell of the trial; −1 when it is in none} */
    int cellOf(int trial, ShownStudy shown) {
        TrialRow row = shown.content().trial(trial).orElse(null);
        if (row == null || values.columns().isEmpty() || !shown.holds(row) || !row.isComplete()) {
            return -1;
        }
        List<TrialRow> trials =
                shown.passing().stream().filter(TrialRow::isComplete).toList();
        Bins columns = Bins.of(shown.content(), trials, values.across());
        Bins rows = Bins.of(shown.content(), trials, values.up());
        return (rows.size() - 1 - rows.bin(row)) * columns.size() + columns.bin(row);
    }

    /** {@return what the drawing says about its cells} */
    static String note(ShownStudy shown) {
        long complete = shown.passing().stream().filter(TrialRow::isComplete).count();
        return TEXTS.get("landscape.note", complete, shown.content().trials().size());
    }

    /** The values of a setting, put into few bins; words and few numbers have a bin each. */
    private record Bins(String setting, List<String> words, List<Double> edges, List<String> labels) {

        // More would be too narrow for their numbers in a window of 1280 pixels.
        private static final int MOST = 5;

        static Bins of(StudyContent content, List<TrialRow> trials, String setting) {
            List<String> words = TrialSlice.words(trials, setting);
            if (!words.isEmpty()) {
                return new Bins(setting, words, List.of(), words);
            }
            double[] distinct = trials.stream()
                    .mapToDouble(trial -> trial.number(setting))
                    .filter(Double::isFinite)
                    .distinct()
                    .sorted()
                    .toArray();
            if (distinct.length == 0) {
                return new Bins(setting, List.of(), List.of(), List.of());
            }
            if (distinct.length <= MOST) {
                return new Bins(
                        setting,
                        List.of(),
                        Arrays.stream(distinct).boxed().toList(),
                        Arrays.stream(distinct).mapToObj(Formats::setting).toList());
            }
            boolean log = content.isLogarithmic(setting);
            double low = log ? Math.log(distinct[0]) : distinct[0];
            double high = log ? Math.log(distinct[distinct.length - 1]) : distinct[distinct.length - 1];
            List<Double> edges = IntStream.range(0, MOST)
                    .mapToObj(i -> low + i * (high - low) / MOST)
                    .map(edge -> log ? Math.exp(edge) : edge)
                    .toList();
            List<String> labels = IntStream.range(0, MOST)
                    .mapToObj(i -> low + (i + 0.5) * (high - low) / MOST)
                    .map(middle -> Formats.setting(log ? Math.exp(middle) : middle))
                    .toList();
            return new Bins(setting, List.of(), edges, labels);
        }

        int size() {
            return labels.size();
        }

        /** {@return the bin of a trial; 0 for one without a value} */
        int bin(TrialRow trial) {
            if (!words.isEmpty()) {
                return Math.max(0, words.indexOf(trial.raw(setting)));
            }
            double value = trial.number(setting);
            int bin = 0;
            while (bin + 1 < edges.size() && value >= edges.get(bin + 1)) {
                bin++;
            }
            return bin;
        }
    }

    /** Sums over cells. */
    private static final class Cells {
        private final int columns;
        private final int rows;
        private final double[] sums;
        private final int[] counts;
        private final TrialRow[] best;

        Cells(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
            sums = new double[columns * rows];
            counts = new int[columns * rows];
            best = new TrialRow[columns * rows];
        }

        void add(int column, int row, TrialRow trial) {
            int cell = row * columns + column;
            sums[cell] += trial.value();
            counts[cell]++;
            if (best[cell] == null || trial.value() > best[cell].value()) {
                best[cell] = trial;
            }
        }

        List<Double> values() {
            return IntStream.range(0, sums.length)
                    .mapToObj(cell -> counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell])
                    .toList();
        }

        List<Double> counts() {
            return IntStream.range(0, sums.length)
                    .mapToObj(cell -> counts[cell] == 0 ? Double.NaN : (double) counts[cell])
                    .toList();
        }

        List<Integer> best() {
            return Arrays.stream(best)
                    .map(trial -> trial == null ? -1 : trial.number())
                    .toList();
        }

        List<Double> neighbors() {
            return IntStream.range(0, sums.length).mapToObj(this::around).toList();
        }

        private Double around(int cell) {
            double sum = 0;
            int count = 0;
            int row = Math.floorDiv(cell, columns);
            int column = Math.floorMod(cell, columns);
            for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                    sum += sums[r * columns + c];
                    count += counts[r * columns + c];
                }
            }
            return counts[cell] == 0 || count == 0 ? Double.NaN : sum / count;
        }
    }
}
