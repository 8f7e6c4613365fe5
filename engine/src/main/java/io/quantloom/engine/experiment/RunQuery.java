package io.quantloom.engine.experiment;

import java.util.List;
import java.util.Optional;

/**
 * Which runs to find. Immutable.
 *
 * @param experiments names of experiments; empty for all
 * @param filter conditions that must all hold
 * @param parent only runs nested in this one
 * @param order by what to sort; runs without the value come last; ties by start, newest first
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
     * One condition.
     *
     * @param value a number's text for METRIC, else a text
     */
    public record Condition(Field field, String key, Comparison comparison, String value) {}

    /** By what to sort. */
    public record Order(Field field, String key, boolean descending) {}
}
