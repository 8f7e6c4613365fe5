/**
 * Numbers, times and durations to text, in one place ({@link io.quantloom.ui.format.Formats}). The only place that knows
 * percents. Uses the JDK alone.
 */
@NullMarked
package io.quantloom.ui.format;

import org.jspecify.annotations.NullMarked;
