package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule as it stands, made anew for each run: nothing in it is perturbed. */
final class MadeRules implements TradingRules {

    private final MakeStrategy strategies;
    private final StrategySpec.Rule rule;

    private MadeRules(MakeStrategy strategies, StrategySpec.Rule rule) {
        this.strategies = strategies;
        this.rule = rule;
    }

    /** Returns the rules; fails like {@link MakeStrategy#run} when the strategy cannot be made any more. */
    static Outcome<TradingRules> of(MakeStrategy strategies, StrategySpec.Rule rule) {
        return strategies.run(rule).map(_ -> new MadeRules(strategies, rule));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        return true;
    }

    @Override
    public Strategy strategy(Map<String, Double> parameters) {
        return strategies.run(rule).orThrow();
    }

    @Override
    public Optional<String> whyIdle() {
        return Optional.empty();
    }
}
