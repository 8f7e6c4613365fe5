package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.Benchmark;
import io.quantloom.engine.performance.BenchmarkFit;
import io.quantloom.engine.performance.DrawdownTable;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.ExposureSeries;
import io.quantloom.engine.performance.PeriodReturns;
import io.quantloom.engine.performance.RollingSharpe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Series and tables of an equity curve. Pure functions. */
final class MeasureCurve {

    private static final int QUARTERS = 4;
    private static final int SHORTEST_WINDOW = 2;

    private MeasureCurve() {}

    static CurveAnalysis of(BacktestResult result, BarSeries range, double barsPerYear, Optional<BarSeries> benchmark) {
        EquityCurve equity = result.equity();
        int window = window(equity.size(), barsPerYear);
        List<BenchmarkFit> fits = new ArrayList<>();
        if (!result.isRuined()) {
            fits.add(Benchmark.of("buy and hold " + range.key(), equity, range, barsPerYear));
            benchmark.ifPresent(other -> fits.add(Benchmark.of(other.key().toString(), equity, other, barsPerYear)));
        }
        return new CurveAnalysis(
                window,
                RollingSharpe.of(equity, window, barsPerYear).thinned(CurveAnalysis.MOST_POINTS),
                DrawdownTable.underwater(equity).thinned(CurveAnalysis.MOST_POINTS),
                ExposureSeries.of(range, equity, result.fills()).thinned(CurveAnalysis.MOST_POINTS),
                DrawdownTable.deepest(equity, CurveAnalysis.MOST_DRAWDOWNS),
                PeriodReturns.monthly(equity),
                PeriodReturns.yearly(equity),
                fits);
    }

    // A quarter of a year, or of the backtest when that is shorter.
    private static int window(int bars, double barsPerYear) {
        long quarter = Math.round(barsPerYear / QUARTERS);
        return (int) Math.max(SHORTEST_WINDOW, Math.min(quarter, bars / QUARTERS));
    }
}
