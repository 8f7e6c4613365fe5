/**
 * What a pipeline finds where nothing is to be found: {@link io.quantloom.engine.training.placebo.MeasurePlacebo} runs it
 * over {@link io.quantloom.engine.market.twin.PlaceboTwins} of its series and sets the real score beside theirs as a
 * {@link io.quantloom.engine.training.placebo.Placebo}. Uses {@code market}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.training.placebo;

import org.jspecify.annotations.NullMarked;
