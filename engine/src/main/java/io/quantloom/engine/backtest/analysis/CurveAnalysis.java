package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.performance.BenchmarkFit;
import io.quantloom.engine.performance.Drawdown;
import io.quantloom.engine.performance.PeriodReturn;
import io.quantloom.engine.performance.TimeSeries;
import java.util.List;

/**
 * What the equity curve did over time. The three series hold at most {@link #MOST_POINTS} values, extremes kept
 * ({@link TimeSeries#thinned}). Immutable.
 *
 * @param rollingBars window of the rolling Sharpe ratio, in bars
 * @param rollingSharpe annualized, over the window that ends at each bar
 * @param underwater {@code equity / running peak − 1}, zero or below
 * @param exposure value of the position over equity at each close, negative when short
 * @param drawdowns deepest first, at most {@link #MOST_DRAWDOWNS}
 * @param months calendar months, UTC, oldest first
 * @param years calendar years, UTC, oldest first
 * @param benchmarks buying and holding what was traded first, then the one asked for
 */
public record CurveAnalysis(
        int rollingBars,
        TimeSeries rollingSharpe,
        TimeSeries underwater,
        TimeSeries exposure,
        List<Drawdown> drawdowns,
        List<PeriodReturn> months,
        List<PeriodReturn> years,
        List<BenchmarkFit> benchmarks) {

    /** The most values of a series. */
    public static final int MOST_POINTS = 2_000;

    /** The most drawdowns listed. */
    public static final int MOST_DRAWDOWNS = 50;

    /** Copies the lists. */
    public CurveAnalysis {
        drawdowns = List.copyOf(drawdowns);
        months = List.copyOf(months);
        years = List.copyOf(years);
        benchmarks = List.copyOf(benchmarks);
    }
}
