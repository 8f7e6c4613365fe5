package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.format.Formats;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a {@link PointChart} shows. Immutable.
 *
 * @param x scale across
 * @param y scale up
 * @param kinds of dots, for the legend
 * @param dots in the order the arrow keys go through them
 * @param traces lines, drawn below the dots
 * @param summary for screen readers
 */
public record PointContent(Axis x, Axis y, List<Kind> kinds, List<Dot> dots, List<Trace> traces, String summary) {

    /** Copies the lists. */
    public PointContent {
        kinds = List.copyOf(kinds);
        dots = List.copyOf(dots);
        traces = List.copyOf(traces);
    }

    /** {@return nothing} */
    public static PointContent none() {
        Axis none = Axis.of("", Formats::plain);
        return new PointContent(none, none, List.of(), List.of(), List.of(), "");
    }

    /**
     * One scale. Immutable.
     *
     * @param name below it, or above it
     * @param format of a value
     * @param isLog whether its logarithm is even
     * @param words of the values 0, 1, 2, …; empty for numbers
     * @param low where it begins; NaN to fit what is there
     * @param high where it ends; NaN to fit what is there
     * @param hasZero whether it reaches to zero in any case
     */
    public record Axis(
            String name,
            DoubleFunction<String> format,
            boolean isLog,
            List<String> words,
            double low,
            double high,
            boolean hasZero) {

        /** Copies the list. */
        public Axis {
            words = List.copyOf(words);
        }

        /** Returns a scale of numbers that fits what is there. */
        public static Axis of(String name, DoubleFunction<String> format) {
            return new Axis(name, format, false, List.of(), Double.NaN, Double.NaN, false);
        }

        /** Returns a scale of words. */
        public static Axis ofWords(String name, List<String> words) {
            return new Axis(name, Formats::plain, false, words, -0.5, words.size() - 0.5, false);
        }

        /** Returns this scale by the logarithm. */
        public Axis logarithmic() {
            return new Axis(name, format, true, words, low, high, false);
        }

        /** Returns this scale between two values. */
        public Axis between(double first, double last) {
            return new Axis(name, format, isLog, words, first, last, hasZero);
        }

        /** Returns this scale, reaching to zero in any case. */
        public Axis withZero() {
            return new Axis(name, format, isLog, words, low, high, true);
        }
    }

    /** How a dot looks. */
    public enum Shape {
        /** A filled circle. */
        DISC,
        /** A circle. */
        RING,
        /** A filled diamond, larger: what stands out. */
        DIAMOND,
        /** Two strokes. */
        CROSS,
        /** A triangle that points up: what gained. */
        UP,
        /** A triangle that points down: what lost. */
        DOWN
    }

    /**
     * Dots that look alike. Immutable.
     *
     * @param name for the legend; empty for none
     * @param token names the color
     * @param shape tells them apart without color
     */
    public record Kind(String name, String token, Shape shape) {}

    /**
     * One dot. Immutable.
     *
     * @param x across
     * @param y up
     * @param kind index of its kind
     * @param isFaded whether a filter leaves it out
     * @param words for the box beside it
     */
    public record Dot(double x, double y, int kind, boolean isFaded, String words) {}

    /** A line through points. Immutable. */
    public static final class Trace {
        private final String name;
        private final String token;
        private final Form form;
        private final double[] xs;
        private final double[] ys;

        /** How a line goes. */
        public enum Form {
            /** From point to point. */
            STRAIGHT,
            /** Level up to the next point. */
            STEPPED,
            /** Thin and dashed, for what others are compared with. */
            THIN
        }

        private Trace(String name, String token, Form form, double[] xs, double[] ys) {
            this.name = name;
            this.token = token;
            this.form = form;
            this.xs = xs;
            this.ys = ys;
        }

        /**
         * Returns a line.
         *
         * @param name for the legend; empty for none
         * @param token names the color
         * @param xs given away
         * @param ys as many, given away
         */
        public static Trace of(String name, String token, Form form, double[] xs, double[] ys) {
            if (xs.length != ys.length) {
                throw new IllegalArgumentException("a line has as many xs as ys, was " + xs.length + ", " + ys.length);
            }
            return new Trace(name, token, form, xs, ys);
        }

        String name() {
            return name;
        }

        String token() {
            return token;
        }

        boolean isStepped() {
            return form == Form.STEPPED;
        }

        boolean isThin() {
            return form == Form.THIN;
        }

        int size() {
            return xs.length;
        }

        double x(int i) {
            return xs[i];
        }

        /** {@return the value up of point {@code i}} */
        public double y(int i) {
            return ys[i];
        }

        void addTo(Extent across, Extent up) {
            for (int i = 0; i < xs.length; i++) {
                across.add(xs[i]);
                up.add(ys[i]);
            }
        }
    }
}
