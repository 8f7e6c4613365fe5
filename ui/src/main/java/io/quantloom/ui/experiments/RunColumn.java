package io.quantloom.ui.experiments;

import io.quantloom.ui.statistic.StatisticText;

/**
 * A column that some runs have and others lack. Immutable.
 *
 * @param kind what it shows
 * @param key of the metric or param
 */
public record RunColumn(Kind kind, String key) {

    /** What a column shows. */
    public enum Kind {
        /** The last value of a metric. */
        METRIC,
        /** A param. */
        PARAM
    }

    /** {@return its heading} */
    public String label() {
        return kind == Kind.METRIC ? StatisticText.of(key).label() : key;
    }
}
