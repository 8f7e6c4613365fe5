package io.quantloom.engine.training.preparation;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.ShortStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.training.configuration.FactorySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Trades probabilities of one symbol through the kernel, net of the configuration's costs: long where the positive class is
 * a rise, short where it is a fall, on the signals' side where it judges signals. Safe for several threads.
 */
public final class CandidateTrading {

    private final FactorySpec.Trading trading;
    private final BarSeries bars;
    private final SimulateBacktest simulation;
    private final double[] stopLosses;
    private final double[] takeProfits;
    private final boolean isOfFalls;
    private final Optional<int[]> signals;

    CandidateTrading(FactorySpec.Trading trading, LabelDefinition label, Ingested ingested) {
        this.trading = trading;
        this.bars = ingested.bars();
        this.simulation = new SimulateBacktest(
                trading.execution(), Finalization.LAST_CLOSE, ingested.instrument(), ingested.funding());
        Exits exits = trading.execution().exits();
        boolean fromLabel = exits.stopLoss().fromLabel() || exits.takeProfit().fromLabel();
        Optional<TripleBarrier> barriers = label.barriers().filter(_ -> fromLabel);
        double[] units = barriers.map(barrier -> barrier.units(bars.closes())).orElseGet(() -> new double[bars.size()]);
        this.stopLosses = distances(units, barriers.map(TripleBarrier::stopLoss).orElse(1.0));
        this.takeProfits =
                distances(units, barriers.map(TripleBarrier::takeProfit).orElse(1.0));
        this.isOfFalls = label.side() < 0;
        this.signals = label.judged().map(judged -> judged.sides(bars));
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
    public Outcome<BacktestResult> trade(
            String title, int from, double[] probabilities, double threshold, Trials trials, JobContext context) {
        Strategy strategy = strategy(from, probabilities, threshold);
        return trade(title, from, from + probabilities.length, strategy, trials, context);
    }

    /** Trades the bars [from, to), all of them out of sample. */
    public Outcome<BacktestResult> trade(
            String title, int from, int to, Strategy strategy, Trials trials, JobContext context) {
        return simulation.run(
                title, bars.slice(from, to), strategy, trials, OptionalLong.of(bars.openTime(from)), context);
    }

    /**
     * Returns who trades the bars from {@code from} on.
     *
     * @param probabilities one for each bar
     */
    public Strategy strategy(int from, double[] probabilities, double threshold) {
        int to = from + probabilities.length;
        Exits exits = trading.execution().exits();
        // Trading begins long after the warm-up: every bar has its features unless a price makes one undefined.
        BatchForecast ofModel = BatchForecast.of(
                probabilities, Arrays.copyOfRange(stopLosses, from, to), Arrays.copyOfRange(takeProfits, from, to), 0);
        BatchForecast forecast = signals.map(sides -> ofModel.judging(Arrays.copyOfRange(sides, from, to)))
                .orElse(ofModel);
        var rising = new ModelStrategy(
                trading.rule(threshold),
                forecast,
                exits.stopLoss().fromLabel(),
                exits.takeProfit().fromLabel());
        return isOfFalls ? new ShortStrategy(rising) : rising;
    }
}
