package io.quantloom.engine.market;

import io.quantloom.engine.base.Event;

/** Something happened to stored market data. */
public sealed interface MarketEvent extends Event {

    /** {@return the series} */
    SeriesKey key();

    /** Bars were written. */
    record Stored(SeriesKey key) implements MarketEvent {}

    /** The series was deleted. */
    record Deleted(SeriesKey key) implements MarketEvent {}
}
