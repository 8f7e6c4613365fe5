package io.quantloom.engine.dataset;

/**
 * What followed each event of a series, by one definition; events ascend. An event whose label is not decided by the last
 * bar is not in it. Labels read the future, up to their end, so they are a type of their own that no feature set takes.
 * Immutable.
 */
public final class Labels {

    /** What decided a label. */
    public enum Barrier {
        /** The price rose to the take-profit. */
        TAKE_PROFIT,
        /** The price fell to the stop-loss. */
        STOP_LOSS,
        /** The horizon passed without a touch. */
        TIME
    }

    private final String definition;
    private final int[] bars;
    private final int[] ends;
    private final byte[] labels;
    private final Barrier[] barriers;
    private final double[] volatilities;
    private final double[] returns;

    private Labels(Builder builder) {
        int size = builder.size;
        definition = builder.definition;
        bars = java.util.Arrays.copyOf(builder.bars, size);
        ends = java.util.Arrays.copyOf(builder.ends, size);
        labels = java.util.Arrays.copyOf(builder.labels, size);
        barriers = java.util.Arrays.copyOf(builder.barriers, size);
        volatilities = java.util.Arrays.copyOf(builder.volatilities, size);
        returns = java.util.Arrays.copyOf(builder.returns, size);
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

    /** {@return the volatility at the event, a fraction above zero} */
    public double volatility(int i) {
        return volatilities[i];
    }

    /** {@return the return of a long position from entry to end, a fraction, without costs} */
    public double realizedReturn(int i) {
        return returns[i];
    }

    /** Collects labels in the order of their events. */
    static final class Builder {

        private final String definition;
        private final int[] bars;
        private final int[] ends;
        private final byte[] labels;
        private final Barrier[] barriers;
        private final double[] volatilities;
        private final double[] returns;
        private int size;

        Builder(String definition, int capacity) {
            this.definition = definition;
            bars = new int[capacity];
            ends = new int[capacity];
            labels = new byte[capacity];
            barriers = new Barrier[capacity];
            volatilities = new double[capacity];
            returns = new double[capacity];
        }

        void add(int bar, int end, int label, Barrier barrier, double volatility, double realizedReturn) {
            if (end <= bar || (size > 0 && bar <= bars[size - 1])) {
                throw new IllegalArgumentException("label [" + bar + ", " + end + "] is out of order");
            }
            bars[size] = bar;
            ends[size] = end;
            labels[size] = (byte) label;
            barriers[size] = barrier;
            volatilities[size] = volatility;
            returns[size] = realizedReturn;
            size++;
        }

        Labels build() {
            return new Labels(this);
        }
    }
}
