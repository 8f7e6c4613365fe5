package io.quantloom.ui.features;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.features.ColumnRow.Checked;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Computes a feature set on the newest bars of a stored series and describes its columns. */
final class DescribeColumns {

    static final int MOST_BARS = 20_000;
    private static final int BINS = 10;
    private static final double LEAST_SHARE = 1e-4;
    private static final int FEWEST = 50;

    private final BarStore store;

    DescribeColumns(BarStore store) {
        this.store = store;
    }

    Outcome<FeatureContent> run(FeatureSet set, SeriesKey key, JobContext context) {
        BarSeries stored = store.load(key).orElse(null);
        if (stored == null || stored.size() < 2) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "a stored series of at least two bars",
                    "no " + key,
                    "",
                    "import the data first"));
        }
        BarSeries bars = stored.slice(Math.max(0, stored.size() - MOST_BARS), stored.size());
        context.report(Progress.of(set.name(), 0, 2));
        FeatureMatrix matrix = set.compute(bars);
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        context.report(Progress.of(Texts.of("features").get("load.correlations"), 1, 2));
        var rows = new ArrayList<ColumnRow>();
        var values = new ArrayList<double[]>();
        for (int c = 0; c < set.columns().size(); c++) {
            double[] all = column(matrix, c);
            double[] defined = Arrays.stream(all).filter(Double::isFinite).toArray();
            rows.add(row(c, set.columns().get(c), all, defined));
            values.add(defined);
        }
        return Outcome.success(
                new FeatureContent(set.name(), bars.size(), rows, values, correlations(set.columns(), matrix)));
    }

    private static double[] column(FeatureMatrix matrix, int column) {
        double[] values = new double[matrix.rows()];
        Arrays.setAll(values, row -> matrix.value(row, column));
        return values;
    }

    private static ColumnRow row(int index, String name, double[] all, double[] defined) {
        double mean = Arrays.stream(defined).average().orElse(Double.NaN);
        double squares = Arrays.stream(defined)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new ColumnRow(
                index,
                name,
                1 - (double) defined.length / all.length,
                mean,
                defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1)),
                drift(defined),
                Checked.NOT_RUN,
                "");
    }

    /**
     * The population stability index of the second half against the first: {@code Σ (q − p) · ln(q / p)} over the tenths of
     * the first half, shares of at least 0.0001.
     */
    static double drift(double[] values) {
        if (values.length < FEWEST) {
            return Double.NaN;
        }
        int half = values.length / 2;
        double[] first = Arrays.copyOf(values, half);
        double[] edges = first.clone();
        Arrays.sort(edges);
        double[] cuts = new double[BINS - 1];
        for (int i = 1; i < BINS; i++) {
            cuts[i - 1] = edges[(int) ((long) i * half / BINS)];
        }
        double[] before = shares(first, cuts);
        double[] after = shares(Arrays.copyOfRange(values, half, values.length), cuts);
        double index = 0;
        for (int bin = 0; bin < BINS; bin++) {
            index += (after[bin] - before[bin]) * Math.log(after[bin] / before[bin]);
        }
        return index;
    }

    private static double[] shares(double[] values, double[] cuts) {
        int[] counts = new int[cuts.length + 1];
        for (double value : values) {
            int bin = 0;
            while (bin < cuts.length && value >= cuts[bin]) {
                bin++;
            }
            counts[bin]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> Math.max(LEAST_SHARE, (double) count / values.length))
                .toArray();
    }

    /** Pearson's correlation over the rows in which both have a value. */
    private static MatrixChart.Content correlations(List<String> names, FeatureMatrix matrix) {
        int count = names.size();
        double[][] columns = new double[count][];
        for (int c = 0; c < count; c++) {
            columns[c] = column(matrix, c);
        }
        double[] cells = new double[count * count];
        for (int one = 0; one < count; one++) {
            for (int other = 0; other <= one; other++) {
                double value = one == other ? 1 : correlation(columns[one], columns[other]);
                cells[one * count + other] = value;
                cells[other * count + one] = value;
            }
        }
        return new MatrixChart.Content(
                "",
                names,
                "",
                names,
                Arrays.stream(cells).boxed().toList(),
                OptionalInt.empty(),
                1,
                value -> Formats.signed(value, 2));
    }

    static double correlation(double[] one, double[] other) {
        double n = 0;
        double sumOne = 0;
        double sumOther = 0;
        for (int i = 0; i < one.length; i++) {
            if (Double.isFinite(one[i]) && Double.isFinite(other[i])) {
                n++;
                sumOne += one[i];
                sumOther += other[i];
            }
        }
        double meanOne = sumOne / n;
        double meanOther = sumOther / n;
        double both = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < one.length; i++) {
            if (Double.isFinite(one[i]) && Double.isFinite(other[i])) {
                both += (one[i] - meanOne) * (other[i] - meanOther);
                squareOne += (one[i] - meanOne) * (one[i] - meanOne);
                squareOther += (other[i] - meanOther) * (other[i] - meanOther);
            }
        }
        return squareOne > 0 && squareOther > 0 ? both / Math.sqrt(squareOne * squareOther) : Double.NaN;
    }
}
