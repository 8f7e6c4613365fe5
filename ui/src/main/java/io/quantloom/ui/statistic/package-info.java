/**
 * What each statistic is called, how it is written and which formula gives it, in one place for all screens:
 * {@link io.quantloom.ui.statistic.StatisticText}. Uses
 * {@code text} and {@code format}; no toolkit.
 */
@NullMarked
package io.quantloom.ui.statistic;

import org.jspecify.annotations.NullMarked;
