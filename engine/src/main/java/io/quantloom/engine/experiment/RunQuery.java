package io.quantloom.engine.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which runs to find. Immutable.
 *
 * @param experiments names of experiments; empty for all
 * @param filter conditions that must all hold
 * @param parent only runs nested in this one
 * @param order by what to sort; runs without the value, or with NaN, come last; ties by start, newest first, then the run
 *     begun last
 * @param limit at most so many, above zero
 */
public record RunQuery(
        List<String> experiments, List<Condition> filter, Optional<RunId> parent, Optional<Order> order, int limit) {

    /** Copies the lists. */
    public RunQuery {
        experiments = List.copyOf(experiments);
        filter = List.copyOf(filter);
    }

    /** Returns the query for every run of the experiments, newest first. */
    public static RunQuery of(String... experiments) {
        return new RunQuery(List.of(experiments), List.of(), Optional.empty(), Optional.empty(), 100_000);
    }

    /** Returns the query for the runs nested in one. */
    public static RunQuery childrenOf(RunId parent) {
        return new RunQuery(List.of(), List.of(), Optional.of(parent), Optional.empty(), 100_000);
    }

    /** What a condition or an order looks at. */
    public enum Field {
        /** {@code metrics.key}, a number. */
        METRIC,
        /** {@code params.key}, a text. */
        PARAM,
        /** {@code tags.key}, a text. */
        TAG,
        /** {@code attributes.key}: {@code status}, {@code run_name}, {@code run_id}, {@code start_time}. */
        ATTRIBUTE
    }

    /** How a value is compared. */
    public enum Comparison {
        /** {@code =}. */
        EQUAL,
        /** {@code !=}. */
        NOT_EQUAL,
        /** {@code <}. */
        LESS,
        /** {@code <=}. */
        LESS_OR_EQUAL,
        /** {@code >}. */
        GREATER,
        /** {@code >=}. */
        GREATER_OR_EQUAL,
        /** {@code LIKE} with {@code %} and {@code _}. */
        LIKE
    }

    /**
     * One condition. It does not hold for a run without the value, whatever the comparison, nor for NaN.
     *
     * @param value a number's text for METRIC, else a text
     */
    public record Condition(Field field, String key, Comparison comparison, String value) {

        /**
         * Returns the value as a number, for a condition on a metric.
         *
         * @throws IllegalArgumentException if it is none, or the comparison is LIKE
         */
        public double number() {
            refuseLike();
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("metrics." + key + " is compared with a number, was " + value, e);
            }
        }

        /**
         * Returns the value as epoch milliseconds, for a condition on {@code attributes.start_time}.
         *
         * @throws IllegalArgumentException if it is no whole number, or the comparison is LIKE
         */
        public long epochMillis() {
            refuseLike();
            try {
                return new BigDecimal(value).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException(key + " is compared with epoch milliseconds, was " + value, e);
            }
        }

        private void refuseLike() {
            if (comparison == Comparison.LIKE) {
                throw new IllegalArgumentException("LIKE compares texts, " + key + " is a number");
            }
        }
    }

    /** By what to sort. */
    public record Order(Field field, String key, boolean descending) {}
}
