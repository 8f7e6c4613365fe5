package io.quantloom.engine.backtest.walkforward;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.WalkForwardReport.Window;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.Map;

/** What each window of a stitched curve earned. */
public final class StitchedWindows {

    private final BacktestResult result;
    private final BarSeries tests;
    private final double barsPerYear;

    /**
     * Takes the curve.
     *
     * @param tests the bars it was traded on; it is shorter where the account was ruined
     * @param barsPerYear for the Sharpe ratio of a window
     */
    public StitchedWindows(BacktestResult result, BarSeries tests, double barsPerYear) {
        this.result = result;
        this.tests = tests;
        this.barsPerYear = barsPerYear;
    }

    /**
     * Returns a window's row of the table. What is undefined is NaN.
     *
     * @param trained open time of the first training bar, epoch milliseconds UTC
     * @param from first bar of the window among the tests
     * @param to bar after its last
     * @param chosen parameters of who decided there; empty when nobody did
     * @param inSample what they were chosen by
     */
    public Window window(long trained, int from, int to, Map<String, String> chosen, double inSample) {
        double[] equity = equity(result.equity(), from, to);
        double[] returns = ReturnStatistics.of(equity);
        long begin = tests.openTime(from);
        long end = tests.openTime(to - 1);
        return new Window(
                trained,
                begin,
                end,
                chosen,
                inSample,
                finite(ReturnStatistics.sharpeRatio(returns, barsPerYear)),
                equity.length < 2 ? Double.NaN : finite(equity[equity.length - 1] / equity[0] - 1),
                (int) result.trades().stream()
                        .mapToLong(RoundTrip::exitTime)
                        .filter(time -> time >= begin && time <= end)
                        .count());
    }

    // With what it stood at before; shorter where the account was ruined.
    private static double[] equity(EquityCurve curve, int from, int to) {
        double[] values = curve.values();
        int end = Math.min(to, values.length);
        if (from >= end) {
            return new double[0];
        }
        double[] equity = new double[end - from + 1];
        equity[0] = from == 0 ? curve.startingCash() : values[from - 1];
        System.arraycopy(values, from, equity, 1, end - from);
        return equity;
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
