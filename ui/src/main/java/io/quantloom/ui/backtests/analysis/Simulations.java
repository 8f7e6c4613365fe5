package io.quantloom.ui.backtests.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.resampling.Fan;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarlo;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarloMethod;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Paths;
import io.quantloom.ui.chart.figure.FanChart;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes simulated paths ready to show, with the path that was really taken among them. Pure functions. */
final class Simulations {

    private static final Texts TEXTS = Texts.of("backtests");
    private static final double UNLUCKY = 0.95;
    private static final double MIDDLE = 0.5;

    private Simulations() {}

    static Paths of(BacktestResult result, MonteCarlo paths) {
        boolean bars = paths.method() == MonteCarloMethod.RESAMPLED_BLOCKS;
        Fan fan = paths.equity();
        double[][] quantiles = new double[Fan.LEVELS.size()][];
        for (int level = 0; level < quantiles.length; level++) {
            quantiles[level] = fan.values(level);
        }
        var content = FanChart.Content.of(
                        fan.steps(),
                        TEXTS.get(bars ? "unit.bar" : "unit.trade"),
                        result.synthetic().orElse(""),
                        quantiles)
                .withActual(bars ? afterBars(result, fan) : afterTrades(result, fan));
        List<Double> drawdowns = Arrays.stream(paths.maxDrawdown().values())
                .map(depth -> -depth)
                .boxed()
                .toList();
        return new Paths(
                TEXTS.get("paths." + paths.method().key()),
                TEXTS.get("paths." + paths.method().key() + ".what", Formats.integer(paths.paths())),
                content,
                drawdowns,
                marks(result, paths));
    }

    private static List<Histogram.Mark> marks(BacktestResult result, MonteCarlo paths) {
        var marks = new ArrayList<Histogram.Mark>();
        result.statistics().get("max_drawdown").ifPresent(depth -> marks.add(mark("paths.actual", depth, "accent")));
        marks.add(mark("paths.median", paths.maxDrawdown().quantile(MIDDLE), "text"));
        marks.add(mark("paths.unlucky", paths.maxDrawdown().quantile(UNLUCKY), "bad"));
        return marks;
    }

    private static Histogram.Mark mark(String key, double depth, String token) {
        return new Histogram.Mark(-depth, TEXTS.get(key, Formats.share(-depth, 1)), token);
    }

    private static double[] afterTrades(BacktestResult result, Fan fan) {
        double[] balances = new double[result.trades().size() + 1];
        balances[0] = result.equity().startingCash();
        int i = 1;
        for (RoundTrip trade : result.trades()) {
            balances[i] = balances[i - 1] + trade.pnl();
            i++;
        }
        return Arrays.stream(fan.steps()).mapToDouble(step -> balances[step]).toArray();
    }

    private static double[] afterBars(BacktestResult result, Fan fan) {
        return Arrays.stream(fan.steps())
                .mapToDouble(step -> step == 0
                        ? result.equity().startingCash()
                        : result.equity().value(step))
                .toArray();
    }
}
