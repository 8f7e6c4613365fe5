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

    private final BacktestSpec spec;
    private final TradingRules rules;
    private final Selection selection;
    private final BarSeries range;
    private final FundingRates funding;

    SimulatedRerun(BacktestSpec spec, TradingRules rules, Selection selection, FundingRates funding) {
        this.spec = spec;
        this.rules = rules;
        this.selection = selection;
        this.range = selection.range();
        this.funding = funding;
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
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(rules.parameters());
        Exits exits = spec.execution().exits();
        exits.stopLoss().fraction().ifPresent(value -> parameters.add(Parameter.distance(STOP_LOSS, value)));
        exits.takeProfit().fraction().ifPresent(value -> parameters.add(Parameter.distance(TAKE_PROFIT, value)));
        return parameters;
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        return rules.isPossible(parameters);
    }

    @Override
    public Optional<BacktestResult> run(Variant variant, JobContext context) {
        Outcome<BacktestResult> outcome = new SimulateBacktest(
                        execution(variant), spec.finalization(), selection.instrument(), funding)
                .run(
                        "variant",
                        range,
                        new DelayedStrategy(rules.strategy(variant.parameters()), variant.delayBars()),
                        Trials.single(),
                        OptionalLong.empty(),
                        context);
        return outcome instanceof Outcome.Canceled ? Optional.empty() : Optional.of(outcome.orThrow());
    }

    @Override
    public Optional<String> whyIdle() {
        return rules.whyIdle();
    }

    private ExecutionSpec execution(Variant variant) {
        ExecutionSpec own = spec.execution();
        Costs costs = own.costs();
        return new ExecutionSpec(
                own.account(),
                own.sizing(),
                new Costs(variant.fee(), variant.slippageBps(), costs.spreadBps(), costs.funding()),
                new Exits(
                        level(own.exits().stopLoss(), STOP_LOSS, variant),
                        level(own.exits().takeProfit(), TAKE_PROFIT, variant)));
    }

    private static ExitLevel level(ExitLevel own, String name, Variant variant) {
        Double other = variant.parameters().get(name);
        return other == null ? own : new ExitLevel(OptionalDouble.of(other), own.fromLabel());
    }
}
