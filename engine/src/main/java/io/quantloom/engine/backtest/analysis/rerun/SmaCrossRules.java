package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SMA crossings with other windows. */
final class SmaCrossRules implements TradingRules {

    private final StrategySpec.SmaCross spec;
    private final int bars;

    SmaCrossRules(StrategySpec.SmaCross spec, int bars) {
        this.spec = spec;
        this.bars = bars;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.window("fast", spec.fast()), Parameter.window("slow", spec.slow()));
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        return fast(parameters) >= 1 && fast(parameters) < slow(parameters);
    }

    @Override
    public Strategy strategy(Map<String, Double> parameters) {
        return new SmaCrossStrategy(new StrategySpec.SmaCross(fast(parameters), slow(parameters), spec.longShort()));
    }

    @Override
    public Optional<String> whyIdle() {
        return Optional.of(
                bars <= spec.slow()
                        ? "the averages need " + (spec.slow() + 1) + " bars for a crossing and there are " + bars
                        : "the averages never crossed in " + bars + " bars");
    }

    private int fast(Map<String, Double> parameters) {
        return (int) Math.round(parameters.getOrDefault("fast", (double) spec.fast()));
    }

    private int slow(Map<String, Double> parameters) {
        return (int) Math.round(parameters.getOrDefault("slow", (double) spec.slow()));
    }
}
