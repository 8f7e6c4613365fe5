package io.quantloom.engine.training;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import java.util.Arrays;
import java.util.OptionalLong;

/** Trades probabilities of one symbol through the kernel, net of the configuration's costs. Safe for several threads. */
final class CandidateTrading {

    private final FactorySpec.Trading trading;
    private final BarSeries bars;
    private final SimulateBacktest simulation;
    private final double[] stopLosses;
    private final double[] takeProfits;

    CandidateTrading(FactorySpec.Trading trading, TripleBarrier label, Ingested ingested) {
        this.trading = trading;
        this.bars = ingested.bars();
        this.simulation = new SimulateBacktest(
                trading.execution(), Finalization.LAST_CLOSE, ingested.instrument(), ingested.funding());
        Exits exits = trading.execution().exits();
        boolean fromLabel = exits.stopLoss().fromLabel() || exits.takeProfit().fromLabel();
        double[] units = fromLabel ? label.units(bars.closes()) : new double[bars.size()];
        this.stopLosses = distances(units, label.stopLoss());
        this.takeProfits = distances(units, label.takeProfit());
    }

    private static double[] distances(double[] units, double multiple) {
        return Arrays.stream(units)
                .map(unit -> unit > 0 ? multiple * unit : Double.NaN)
                .toArray();
    }

    /**
     * Trades the bars [from, from + probabilities.length), all of them out of sample.
     *
     * @param probabilities one for each bar
     */
    Outcome<BacktestResult> trade(
            String title, int from, double[] probabilities, double threshold, Trials trials, JobContext context) {
        int to = from + probabilities.length;
        Exits exits = trading.execution().exits();
        // Trading begins long after the warm-up: every bar has its features unless a price makes one undefined.
        BatchForecast forecast = BatchForecast.of(
                probabilities, Arrays.copyOfRange(stopLosses, from, to), Arrays.copyOfRange(takeProfits, from, to), 0);
        var strategy = new ModelStrategy(
                trading.rule(threshold),
                forecast,
                exits.stopLoss().fromLabel(),
                exits.takeProfit().fromLabel());
        return simulation.run(
                title, bars.slice(from, to), strategy, trials, OptionalLong.of(bars.openTime(from)), context);
    }
}
