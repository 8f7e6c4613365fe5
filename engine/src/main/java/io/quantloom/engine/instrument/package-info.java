/**
 * What is traded: {@link io.quantloom.engine.instrument.Instrument} with its
 * {@link io.quantloom.engine.instrument.Symbol}, lot and {@link io.quantloom.engine.instrument.TradingCalendar}, from
 * which bars per year follow. Uses {@code base}.
 */
@NullMarked
package io.quantloom.engine.instrument;

import org.jspecify.annotations.NullMarked;
