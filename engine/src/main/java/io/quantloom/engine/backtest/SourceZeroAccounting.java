package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.TeachingReport.Step;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.strategy.MomentumStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What source 0's printed formulas make of its momentum rule (product.md, 0.13 and F1 to F5): with r the returns,
 * {@code total = Σr}, {@code Sharpe = mean(r) / (std(r) + 1e-9) · √252} with numpy's population deviation,
 * {@code drawdown = min(Σr − running maximum of Σr)}, {@code win = share of r > 0}. As printed, the r of a bar is the change
 * that made the signal, times the signal and the leverage, so that it is never below zero. Then one fault after the other is
 * mended, up to the kernel's own numbers.
 */
final class SourceZeroAccounting {

    private static final double PRINTED_BARS_PER_YEAR = 252;
    private static final double EPSILON = 1e-9;

    private final double[] closes;
    private final int lookback;
    private final int[] signals;
    private final double leverage;

    private SourceZeroAccounting(BarSeries bars, StrategySpec.Momentum rule, double leverage) {
        this.closes = bars.closes();
        this.lookback = rule.lookback();
        this.leverage = leverage;
        this.signals = new int[closes.length];
        for (int i = lookback; i < closes.length; i++) {
            double change = MomentumStrategy.change(closes[i - lookback], closes[i]);
            boolean falls = rule.longShort() && change < -rule.threshold();
            signals[i] = change > rule.threshold() ? 1 : falls ? -1 : 0;
        }
    }

    /** Returns the result with the report beside it where the strategy asks for it, else as it is. */
    static BacktestResult beside(
            BacktestResult result, StrategySpec.Rule rule, BacktestSpec spec, Selection selection) {
        if (!(rule instanceof StrategySpec.Momentum momentum)
                || momentum.accounting() != StrategySpec.Accounting.SOURCE_0) {
            return result;
        }
        var accounting = new SourceZeroAccounting(
                selection.range(), momentum, spec.execution().account().leverage());
        double barsPerYear = Annualization.of(
                        selection.instrument(), selection.range().key().timeframe())
                .barsPerYear();
        return result.with(new TeachingReport("source-0", accounting.steps(barsPerYear, result.statistics())));
    }

    private List<Step> steps(double barsPerYear, Statistics measured) {
        List<Step> steps = new ArrayList<>();
        steps.add(printed("as printed", "", returns(-lookback), PRINTED_BARS_PER_YEAR));
        steps.add(printed(
                "signal earns what comes after it",
                "F1: the change that made the signal was booked as its profit",
                returns(lookback),
                PRINTED_BARS_PER_YEAR));
        double[] single = returns(1);
        steps.add(printed(
                "one bar at a time",
                "F3: overlapping returns of " + lookback + " bars were summed as if independent",
                single,
                PRINTED_BARS_PER_YEAR));
        steps.add(printed(
                "bars per year of the calendar",
                "F2: √252 whatever the bars, here √" + Math.round(barsPerYear),
                single,
                barsPerYear));
        steps.add(compounded(single, barsPerYear));
        steps.add(new Step(
                "measured by the kernel",
                "F5: no fill at the next open, no fee, slippage, funding or ruin; win rate of trades, not of bars",
                value(measured, "total_return"),
                value(measured, "sharpe_ratio"),
                value(measured, "max_drawdown"),
                value(measured, "win_rate")));
        return steps;
    }

    // Returns of the bars with a signal over "span" bars from the bar on, or up to it when negative.
    private double[] returns(int span) {
        int last = span > 0 ? closes.length - span : closes.length;
        double[] returns = new double[Math.max(0, last - lookback)];
        for (int i = lookback; i < last; i++) {
            double change = span > 0
                    ? MomentumStrategy.change(closes[i], closes[i + span])
                    : MomentumStrategy.change(closes[i + span], closes[i]);
            returns[i - lookback] = signals[i] * change * leverage;
        }
        return returns;
    }

    private static Step printed(String name, String mends, double[] returns, double barsPerYear) {
        double sum = 0;
        double peak = Double.NEGATIVE_INFINITY;
        double drawdown = 0;
        for (double r : returns) {
            sum += r;
            peak = Math.max(peak, sum);
            drawdown = Math.min(drawdown, sum - peak);
        }
        return new Step(name, mends, sum, sharpe(returns, barsPerYear), 0 - drawdown, wins(returns));
    }

    private static Step compounded(double[] returns, double barsPerYear) {
        double equity = 1;
        double peak = 1;
        double drawdown = 0;
        for (double r : returns) {
            equity *= Math.max(0, 1 + r);
            peak = Math.max(peak, equity);
            drawdown = Math.max(drawdown, 1 - equity / peak);
        }
        return new Step(
                "compounded",
                "F4, F5: simple returns were summed, the drawdown of a sum is no share of anything",
                equity - 1,
                sharpe(returns, barsPerYear),
                drawdown,
                wins(returns));
    }

    private static double sharpe(double[] returns, double barsPerYear) {
        double mean = Arrays.stream(returns).average().orElse(Double.NaN);
        double variance = Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElse(Double.NaN);
        return mean / (Math.sqrt(variance) + EPSILON) * Math.sqrt(barsPerYear);
    }

    private static double wins(double[] returns) {
        return returns.length == 0
                ? Double.NaN
                : (double) Arrays.stream(returns).filter(r -> r > 0).count() / returns.length;
    }

    private static double value(Statistics statistics, String key) {
        return statistics.get(key).orElse(Double.NaN);
    }
}
