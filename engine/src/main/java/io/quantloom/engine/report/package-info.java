/**
 * What is told about recorded work to people who were not there: {@link io.quantloom.engine.report.WriteBacktestReport}
 * writes a backtest and its analysis as one page of HTML that needs nothing else, and as CSV;
 * {@link io.quantloom.engine.report.CompareBacktests} puts several side by side. Uses {@code backtest},
 * {@code performance}, {@code experiment} and {@code market}; draws its charts as SVG itself.
 */
@NullMarked
package io.quantloom.engine.report;

import org.jspecify.annotations.NullMarked;
