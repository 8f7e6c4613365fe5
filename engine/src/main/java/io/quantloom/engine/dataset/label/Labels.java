package io.quantloom.engine.dataset.label;

import java.util.Arrays;

/**
 * What followed each event of a series, by one definition; events ascend. An event whose label is not decided by the last
 * bar is not in it. Labels read the future, up to their end, so they are a type of their own that no feature set takes.
 * Immutable.
 */
public final class Labels {

    /** What decided a label. */
    public enum Barrier {
        /** The price went to the take-profit. */
        TAKE_PROFIT,
        /** The price went to the stop-loss. */
        STOP_LOSS,
        /** The horizon passed without a touch. */
        TIME
    }

    /**
     * One label.
     *
     * @param bar index of the bar at whose close the event happened
     * @param end index of the bar whose close decided the label, after {@code bar}; nothing later matters
     * @param label −1, 0 or +1
     * @param barrier what decided it
     * @param volatility at the event, a fraction above zero; NaN where the definition uses none
     * @param realizedReturn return of the position from entry to end, a fraction without costs
     * @param side of the position that a positive label pays: +1 long, −1 short
     * @param ambiguous whether one bar touched both barriers, so that the order is not known
     */
    public record Label(
            int bar,
            int end,
            int label,
            Barrier barrier,
            double volatility,
            double realizedReturn,
            int side,
            boolean ambiguous) {}

    private final String definition;
    private final int[] bars;
    private final int[] ends;
    private final byte[] labels;
    private final Barrier[] barriers;
    private final double[] volatilities;
    private final double[] returns;
    private final byte[] sides;
    private final boolean[] ambiguous;

    private Labels(Builder builder) {
        int size = builder.size;
        definition = builder.definition;
        bars = Arrays.copyOf(builder.bars, size);
        ends = Arrays.copyOf(builder.ends, size);
        labels = Arrays.copyOf(builder.labels, size);
        barriers = Arrays.copyOf(builder.barriers, size);
        volatilities = Arrays.copyOf(builder.volatilities, size);
        returns = Arrays.copyOf(builder.returns, size);
        sides = Arrays.copyOf(builder.sides, size);
        ambiguous = Arrays.copyOf(builder.ambiguous, size);
    }

    /** {@return the definition as canonical text} */
    public String definition() {
        return definition;
    }

    /** {@return the number of labels} */
    public int size() {
        return bars.length;
    }

    /** {@return the index of the bar at whose close event {@code i} happened} */
    public int bar(int i) {
        return bars[i];
    }

    /** {@return the index of the bar whose close decided label {@code i}, after {@link #bar}; nothing later matters} */
    public int end(int i) {
        return ends[i];
    }

    /** {@return −1, 0 or +1} */
    public int label(int i) {
        return labels[i];
    }

    /** {@return what decided label {@code i}} */
    public Barrier barrier(int i) {
        return barriers[i];
    }

    /** {@return the volatility at the event, a fraction above zero; NaN where the definition uses none} */
    public double volatility(int i) {
        return volatilities[i];
    }

    /**
     * {@return the return of a position of {@link #side} from entry to end, a fraction, without costs}
     */
    public double realizedReturn(int i) {
        return returns[i];
    }

    /** {@return the position that a positive label {@code i} pays: +1 long, −1 short} */
    public int side(int i) {
        return sides[i];
    }

    /** {@return whether one bar touched both barriers of label {@code i}: counted as the stop, but nobody knows} */
    public boolean isAmbiguous(int i) {
        return ambiguous[i];
    }

    /** {@return label {@code i} as a value} */
    public Label at(int i) {
        return new Label(bars[i], ends[i], labels[i], barriers[i], volatilities[i], returns[i], sides[i], ambiguous[i]);
    }

    /** Collects labels in the order of their events; used by one thread. */
    public static final class Builder {

        private final String definition;
        private final int[] bars;
        private final int[] ends;
        private final byte[] labels;
        private final Barrier[] barriers;
        private final double[] volatilities;
        private final double[] returns;
        private final byte[] sides;
        private final boolean[] ambiguous;
        private int size;

        /**
         * Begins without labels.
         *
         * @param definition as canonical text
         * @param capacity how many there can be
         */
        public Builder(String definition, int capacity) {
            this.definition = definition;
            bars = new int[capacity];
            ends = new int[capacity];
            labels = new byte[capacity];
            barriers = new Barrier[capacity];
            volatilities = new double[capacity];
            returns = new double[capacity];
            sides = new byte[capacity];
            ambiguous = new boolean[capacity];
        }

        /** Adds the label of a long position that is not ambiguous. */
        public void add(int bar, int end, int label, Barrier barrier, double volatility, double realizedReturn) {
            add(new Label(bar, end, label, barrier, volatility, realizedReturn, 1, false));
        }

        /**
         * Adds a label.
         *
         * @throws IllegalArgumentException if its event is not after the last one's or it does not end after its event
         */
        public void add(Label label) {
            if (label.end() <= label.bar() || (size > 0 && label.bar() <= bars[size - 1])) {
                throw new IllegalArgumentException("label [" + label.bar() + ", " + label.end() + "] is out of order");
            }
            bars[size] = label.bar();
            ends[size] = label.end();
            labels[size] = (byte) label.label();
            barriers[size] = label.barrier();
            volatilities[size] = label.volatility();
            returns[size] = label.realizedReturn();
            sides[size] = (byte) label.side();
            ambiguous[size] = label.ambiguous();
            size++;
        }

        /** {@return the labels} */
        public Labels build() {
            return new Labels(this);
        }
    }
}
