/**
 * Placebos for a series: {@link io.quantloom.engine.market.twin.PlaceboTwins} makes series that look like the original,
 * bar for bar of its shapes and times, with nothing in them to be learned, by a
 * {@link io.quantloom.engine.market.twin.TwinMethod}. Uses {@code market}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.market.twin;

import org.jspecify.annotations.NullMarked;
