package io.quantloom.engine.tuning;

import java.util.HashSet;
import java.util.List;

/** One parameter of a search space. Immutable. */
public sealed interface Dimension {

    /** {@return the parameter's name} */
    String name();

    /** {@return this dimension without the condition under which it applies} */
    default Dimension plain() {
        return this;
    }

    /** {@return whether there is only one value} */
    boolean isSingle();

    /** Returns whether the value is a possible one. */
    boolean contains(Object value);

    /** A dimension of numbers. */
    sealed interface Numeric extends Dimension {

        /** {@return the line on which it is searched} */
        Scale scale();

        /** Returns the possible value nearest to a coordinate of the scale. */
        Object at(double coordinate);

        @Override
        default boolean isSingle() {
            return scale().size() == 1;
        }

        @Override
        default boolean contains(Object value) {
            return value instanceof Number number
                    && number.doubleValue() >= scale().low()
                    && number.doubleValue() <= scale().high();
        }
    }

    /** Always the same value: a {@link Long} for a whole number, a {@link Double}, a text or a truth value. */
    record Fixed(String name, Object value) implements Dimension {

        @Override
        public boolean isSingle() {
            return true;
        }

        @Override
        public boolean contains(Object other) {
            return value.equals(other);
        }
    }

    /**
     * A whole number in [low, high].
     *
     * @param high brought down to the last step behind low
     * @param log whether its logarithm is searched evenly; only with step 1 and low above 0
     * @param step distance of neighboring values, above 0
     */
    record Whole(String name, int low, int high, boolean log, int step) implements Numeric {
        /** Checks the range. */
        public Whole {
            requireOrder(name, low, high);
            requireLog(name, log, low);
            if (step < 1 || (log && step != 1)) {
                throw new IllegalArgumentException("a step of " + name + " is above 0, and 1 where it is logarithmic");
            }
            high = (int) Scale.lastStep(low, high, step);
        }

        /** Takes a range of which each number is as likely. */
        public Whole(String name, int low, int high) {
            this(name, low, high, false, 1);
        }

        @Override
        public Scale scale() {
            return new Scale(low, high, log, step);
        }

        @Override
        public Object at(double coordinate) {
            return Math.round(scale().value(coordinate));
        }
    }

    /**
     * A real number in [low, high].
     *
     * @param high brought down to the last step behind low
     * @param log whether its logarithm is uniform, rather than the number itself; never with a step
     * @param step distance of neighboring values; 0 for none
     */
    record Real(String name, double low, double high, boolean log, double step) implements Numeric {
        /** Checks the range. */
        public Real {
            requireOrder(name, low, high);
            requireLog(name, log, low);
            if (!(step >= 0) || (log && step > 0)) {
                throw new IllegalArgumentException(
                        "a step of " + name + " is not negative, and 0 where it is logarithmic");
            }
            high = Scale.lastStep(low, high, step);
        }

        /** Takes a range without steps. */
        public Real(String name, double low, double high, boolean log) {
            this(name, low, high, log, 0);
        }

        @Override
        public Scale scale() {
            return new Scale(low, high, log, step);
        }

        @Override
        public Object at(double coordinate) {
            return scale().value(coordinate);
        }
    }

    /**
     * One of several values without an order.
     *
     * @param values texts or truth values, each once, at least one
     */
    record Choice(String name, List<Object> values) implements Dimension {
        /** Copies and checks the values. */
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
                throw new IllegalArgumentException("choices of " + name + " are there, each once, were " + values);
            }
            for (Object value : values) {
                if (!(value instanceof String || value instanceof Boolean)) {
                    throw new IllegalArgumentException("a choice of " + name + " is a text or a truth value");
                }
            }
        }

        /** Returns the choice among texts. */
        public static Choice of(String name, String... values) {
            return new Choice(name, List.<Object>of((Object[]) values));
        }

        /** Returns the choice between true and false. */
        public static Choice flag(String name) {
            return new Choice(name, List.of(false, true));
        }

        @Override
        public boolean isSingle() {
            return values.size() == 1;
        }

        @Override
        public boolean contains(Object value) {
            return values.contains(value);
        }
    }

    /**
     * A dimension that applies only where a choice has a value; elsewhere a trial is without it.
     *
     * @param dimension what applies; no condition itself
     * @param on name of the choice, which may be conditional in turn
     * @param value of the choice
     */
    record When(Dimension dimension, String on, Object value) implements Dimension {
        /** Checks that conditions are not nested. */
        public When {
            if (dimension instanceof When) {
                throw new IllegalArgumentException("a condition on a choice that is conditional is enough");
            }
        }

        @Override
        public String name() {
            return dimension.name();
        }

        @Override
        public Dimension plain() {
            return dimension;
        }

        @Override
        public boolean isSingle() {
            return dimension.isSingle();
        }

        @Override
        public boolean contains(Object other) {
            return dimension.contains(other);
        }
    }

    private static void requireOrder(String name, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range of " + name + " is [low, high], was " + low + ", " + high);
        }
    }

    private static void requireLog(String name, boolean log, double low) {
        if (log && !(low > 0)) {
            throw new IllegalArgumentException("a logarithmic range of " + name + " begins above 0, was " + low);
        }
    }
}
