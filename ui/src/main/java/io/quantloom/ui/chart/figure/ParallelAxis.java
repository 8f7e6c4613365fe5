package io.quantloom.ui.chart.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/**
 * One axis of the parallel coordinates: where each line lies on it, 0 at the bottom and 1 at the top, NaN for a line without
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

    private final String name;
    private final boolean result;
    private final double[] shares;
    private final List<Tick> ticks;
    private final boolean logarithmic;

    private ParallelAxis(String name, boolean result, double[] shares, List<Tick> ticks, boolean logarithmic) {
        this.name = name;
        this.result = result;
        this.shares = shares;
        this.ticks = List.copyOf(ticks);
        this.logarithmic = logarithmic;
    }

    /** Returns the axis of results, which stand out; empty when the lines do not differ in it. */
    public static Optional<ParallelAxis> ofResults(String name, double[] values, DoubleFunction<String> format) {
        return scaled(name, true, values, false, format);
    }

    /**
     * Returns the axis of settings given as texts: numbers are scaled, by their logarithm when they span more than a factor
     * of 50; words are spread evenly. Empty when the lines do not differ in it, or in more words than can be read.
     *
     * @param texts one a line, empty without a value
     */
    public static Optional<ParallelAxis> ofSettings(String name, List<String> texts, DoubleFunction<String> format) {
        if (texts.stream().allMatch(text -> text.isEmpty() || number(text).isPresent())) {
            double[] values = texts.stream()
                    .mapToDouble(text -> number(text).orElse(Double.NaN))
                    .toArray();
            return scaled(name, false, values, true, format);
        }
        return words(name, texts);
    }

    private static Optional<ParallelAxis> scaled(
            String name, boolean result, double[] values, boolean mayBeLog, DoubleFunction<String> format) {
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
                new Tick(0, format.apply(low)), new Tick(0.5, format.apply(middle)), new Tick(1, format.apply(high)));
        return Optional.of(new ParallelAxis(name, result, shares, ticks, log));
    }

    private static Optional<ParallelAxis> words(String name, List<String> texts) {
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
        return Optional.of(new ParallelAxis(name, false, shares, ticks, false));
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

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whether it shows what came out, not what was set} */
    public boolean isResult() {
        return result;
    }

    /** {@return its heading, which says when it is logarithmic} */
    public String label() {
        return logarithmic ? name + " (log)" : name;
    }

    /** {@return where line {@code i} lies, NaN without a value} */
    public double share(int i) {
        return shares[i];
    }

    /** {@return where each line lies} */
    public double[] shares() {
        return shares.clone();
    }

    /** {@return its texts} */
    public List<Tick> ticks() {
        return ticks;
    }
}
