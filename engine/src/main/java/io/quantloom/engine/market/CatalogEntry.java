package io.quantloom.engine.market;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.instrument.Instrument;
import java.time.Instant;

/**
 * What the store knows of a series without reading its bars. Immutable.
 *
 * @param key which series
 * @param instrument what is traded
 * @param rows number of bars, above zero
 * @param first open time of the first bar
 * @param last open time of the last bar
 * @param hash content hash of the series
 */
public record CatalogEntry(SeriesKey key, Instrument instrument, int rows, Instant first, Instant last, Sha256 hash) {}
