package io.quantloom.ui.chart.layer;

/**
 * Entry or exit of a trade on a price chart; shape and side of the bar tell it apart without colour. Immutable.
 *
 * @param bar number of the bar
 * @param price where it happened
 * @param kind what it stands for
 */
public record Marker(int bar, double price, Kind kind) {

    /** What a marker stands for. */
    public enum Kind {
        /** A long position was opened: triangle up, below. */
        LONG,
        /** A short position was opened: triangle down, above. */
        SHORT,
        /** A position was closed: cross. */
        EXIT
    }
}
