package io.quantloom.ui.experiments;

import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * One axis of the parallel coordinates: where each run lies on it, 0 at the bottom and 1 at the top, NaN for a run without
 * a value. Immutable.
 */
public final class ParallelAxis {

    private static final double LOG_SPAN = 50;
    private static final double EDGE = 0.3;
    private static final int MOST_WORDS = 12;

    /**
     * A text at a place of the axis. Immutable.
     *
     * @param share 0 at the bottom, 1 at the top
     * @param text ready to show
     */
    public record Tick(double share, String text) {}

    private final RunColumn column;
    private final double[] shares;
    private final List<Tick> ticks;
    private final boolean logarithmic;

    private ParallelAxis(RunColumn column, double[] shares, List<Tick> ticks, boolean logarithmic) {
        this.column = column;
        this.shares = shares;
        this.ticks = List.copyOf(ticks);
        this.logarithmic = logarithmic;
    }

    /**
     * Returns the axis of a column over the runs: numbers are scaled, by their logarithm when they span more than a factor
     * of 50; words are spread evenly. Empty when the runs do not differ in it, or in more words than can be read.
     */
    static Optional<ParallelAxis> of(RunColumn column, List<RunRow> runs) {
        if (column.kind() == RunColumn.Kind.METRIC) {
            double[] values =
                    runs.stream().mapToDouble(run -> run.metric(column.key())).toArray();
            return scaled(column, values, false);
        }
        List<String> texts = runs.stream().map(run -> run.param(column.key())).toList();
        if (texts.stream().allMatch(text -> text.isEmpty() || number(text).isPresent())) {
            return scaled(
                    column,
                    texts.stream()
                            .mapToDouble(text -> number(text).orElse(Double.NaN))
                            .toArray(),
                    true);
        }
        return words(column, texts);
    }

    private static Optional<ParallelAxis> scaled(RunColumn column, double[] values, boolean mayBeLog) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(0);
        if (low == high) {
            return Optional.empty();
        }
        boolean log = mayBeLog && low > 0 && high / low > LOG_SPAN;
        double bottom = log ? Math.log(low) : low;
        double span = (log ? Math.log(high) : high) - bottom;
        double[] shares = Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? ((log ? Math.log(value) : value) - bottom) / span : Double.NaN)
                .toArray();
        double middle = log ? Math.exp(bottom + span / 2) : low + span / 2;
        var ticks = List.of(
                new Tick(0, text(column, low)), new Tick(0.5, text(column, middle)), new Tick(1, text(column, high)));
        return Optional.of(new ParallelAxis(column, shares, ticks, log));
    }

    private static String text(RunColumn column, double value) {
        if (column.kind() == RunColumn.Kind.METRIC) {
            return StatisticText.of(column.key()).format(value);
        }
        double size = Math.abs(value);
        return size >= 1000
                ? Formats.compact(value)
                : Formats.plain(size < 1 ? rounded(value) : Math.rint(value * 100) / 100);
    }

    /** Three significant digits: the tick in the middle is no value of anybody. */
    private static double rounded(double value) {
        return value == 0 ? 0 : Double.parseDouble(String.format(java.util.Locale.ROOT, "%.2e", value));
    }

    private static Optional<ParallelAxis> words(RunColumn column, List<String> texts) {
        List<String> order = List.copyOf(
                new TreeSet<>(texts.stream().filter(text -> !text.isEmpty()).toList()));
        if (order.size() < 2 || order.size() > MOST_WORDS) {
            return Optional.empty();
        }
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i < order.size(); i++) {
            ticks.add(new Tick(place(i, order.size()), order.get(i)));
        }
        double[] shares = texts.stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : place(order.indexOf(text), order.size()))
                .toArray();
        return Optional.of(new ParallelAxis(column, shares, ticks, false));
    }

    private static double place(int index, int count) {
        return (index + EDGE) / (count - 1 + 2 * EDGE);
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            // A word is no number: that is what was asked.
            return OptionalDouble.empty();
        }
    }

    /** {@return which column it shows} */
    public RunColumn column() {
        return column;
    }

    /** {@return its heading, which says when it is logarithmic} */
    public String label() {
        return logarithmic ? column.label() + " (log)" : column.label();
    }

    /** {@return where run {@code i} lies, NaN without a value} */
    public double share(int i) {
        return shares[i];
    }

    /** {@return where each run lies} */
    public double[] shares() {
        return shares.clone();
    }

    /** {@return its texts} */
    public List<Tick> ticks() {
        return ticks;
    }
}
