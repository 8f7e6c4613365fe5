package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.Fees;
import io.quantloom.engine.execution.Slippage;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Runs variants through the trading kernel, bar by bar. */
final class SimulatedRerun implements Rerun {

    private static final String STOP_LOSS = "stop_loss";
    private static final String TAKE_PROFIT = "take_profit";
    private static final String TRAILING_STOP = "trailing_stop";

    private final BacktestSpec spec;
    private final TradingRules rules;
    private final Selection selection;
    private final BarSeries range;
    private final FundingRates funding;
    private final Optional<BarSeries> finer;

    SimulatedRerun(
            BacktestSpec spec,
            TradingRules rules,
            Selection selection,
            FundingRates funding,
            Optional<BarSeries> finer) {
        this.spec = spec;
        this.rules = rules;
        this.selection = selection;
        this.range = selection.range();
        this.funding = funding;
        this.finer = finer;
    }

    @Override
    public double fee() {
        return spec.execution().costs().fee();
    }

    @Override
    public double slippageBps() {
        return spec.execution().costs().slippageBps();
    }

    @Override
    public boolean hasFixedSlippage() {
        return spec.execution().costs().slippage() instanceof Slippage.Bps;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(rules.parameters());
        Exits exits = spec.execution().exits();
        exits.stopLoss().fraction().ifPresent(value -> parameters.add(Parameter.distance(STOP_LOSS, value)));
        exits.takeProfit().fraction().ifPresent(value -> parameters.add(Parameter.distance(TAKE_PROFIT, value)));
        exits.trailingStop().ifPresent(value -> parameters.add(Parameter.distance(TRAILING_STOP, value)));
        return parameters;
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        return parameters.getOrDefault(STOP_LOSS, 0.0) < 1
                && parameters.getOrDefault(TRAILING_STOP, 0.0) < 1
                && rules.isPossible(parameters);
    }

    @Override
    public Outcome<BacktestResult> run(Variant variant, JobContext context) {
        var plain = new SimulateBacktest(
                execution(variant),
                spec.finalization(),
                selection.instrument(),
                funding,
                spec.strategy().ownCooldownBars());
        SimulateBacktest simulation = finer.map(plain::resolvedWith).orElse(plain);
        return rules.strategy(variant.parameters())
                .then(strategy -> simulation.run(
                        "variant",
                        range,
                        new DelayedStrategy(strategy, variant.delayBars()),
                        Trials.single(),
                        OptionalLong.empty(),
                        context));
    }

    @Override
    public Optional<String> whyIdle() {
        return rules.whyIdle();
    }

    private ExecutionSpec execution(Variant variant) {
        ExecutionSpec own = spec.execution();
        Costs costs = own.costs();
        Double trailing = variant.parameters().get(TRAILING_STOP);
        return new ExecutionSpec(
                own.account(),
                own.sizing(),
                new Costs(
                        fees(costs.fees(), variant.fee()),
                        hasFixedSlippage() ? new Slippage.Bps(variant.slippageBps()) : costs.slippage(),
                        costs.spreadBps(),
                        costs.funding(),
                        costs.borrow()),
                new Exits(
                        level(own.exits().stopLoss(), STOP_LOSS, variant),
                        level(own.exits().takeProfit(), TAKE_PROFIT, variant),
                        trailing == null ? own.exits().trailingStop() : OptionalDouble.of(trailing)),
                own.matching(),
                own.entry());
    }

    // What a maker pays changes in proportion; what is paid per unit stays.
    private static Fees fees(Fees own, double fee) {
        if (fee == own.taker()) {
            return own;
        }
        OptionalDouble maker = own.maker().isPresent() && own.taker() > 0
                ? OptionalDouble.of(own.maker().getAsDouble() * fee / own.taker())
                : own.maker();
        return new Fees(fee, maker, own.perUnit(), own.minimum());
    }

    private static ExitLevel level(ExitLevel own, String name, Variant variant) {
        Double other = variant.parameters().get(name);
        return other == null ? own : new ExitLevel(OptionalDouble.of(other), own.fromLabel());
    }
}
