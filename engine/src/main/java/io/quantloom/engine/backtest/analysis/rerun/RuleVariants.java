package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Strategies without a model, with other numbers. Technical rules have none that can be told from the outside. */
final class RuleVariants implements TradingRules {

    private static final String FAST = "fast";
    private static final String SLOW = "slow";
    private static final String LOOKBACK = "lookback";
    private static final String THRESHOLD = "threshold";

    private final MakeStrategy strategies;
    private final StrategySpec.Rule own;
    private final int bars;

    RuleVariants(MakeStrategy strategies, StrategySpec.Rule own, int bars) {
        this.strategies = strategies;
        this.own = own;
        this.bars = bars;
    }

    @Override
    public List<Parameter> parameters() {
        return switch (own) {
            case StrategySpec.SmaCross cross ->
                List.of(Parameter.window(FAST, cross.fast()), Parameter.window(SLOW, cross.slow()));
            case StrategySpec.Momentum momentum -> momentum(momentum);
            case StrategySpec.TechnicalRules _ -> List.of();
            case StrategySpec.Custom custom -> custom(custom);
        };
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        boolean inRange = switch (own) {
            case StrategySpec.SmaCross cross -> {
                int fast = whole(parameters, FAST, cross.fast());
                yield fast >= 1 && fast < whole(parameters, SLOW, cross.slow());
            }
            case StrategySpec.Momentum momentum ->
                whole(parameters, LOOKBACK, momentum.lookback()) >= 1
                        && parameters.getOrDefault(THRESHOLD, momentum.threshold()) >= 0;
            case StrategySpec.TechnicalRules _, StrategySpec.Custom _ -> true;
        };
        return inRange && strategies.run(with(parameters)) instanceof Outcome.Success;
    }

    @Override
    public Outcome<Strategy> strategy(Map<String, Double> parameters) {
        return strategies.run(with(parameters));
    }

    @Override
    public Optional<String> whyIdle() {
        return switch (own) {
            case StrategySpec.SmaCross cross ->
                Optional.of(
                        bars <= cross.slow()
                                ? "the averages need " + (cross.slow() + 1) + " bars for a crossing and there are "
                                        + bars
                                : "the averages never crossed in " + bars + " bars");
            case StrategySpec.Momentum momentum ->
                Optional.of("no change of the close over " + momentum.lookback() + " bars went beyond the threshold of "
                        + momentum.threshold() + " in a direction it trades");
            case StrategySpec.TechnicalRules _ -> Optional.of("the entry rule never held in " + bars + " bars");
            case StrategySpec.Custom _ -> Optional.empty();
        };
    }

    private StrategySpec.Rule with(Map<String, Double> parameters) {
        return switch (own) {
            case StrategySpec.SmaCross cross ->
                new StrategySpec.SmaCross(
                        whole(parameters, FAST, cross.fast()),
                        whole(parameters, SLOW, cross.slow()),
                        cross.longShort());
            case StrategySpec.Momentum momentum ->
                new StrategySpec.Momentum(
                        whole(parameters, LOOKBACK, momentum.lookback()),
                        parameters.getOrDefault(THRESHOLD, momentum.threshold()),
                        momentum.longShort(),
                        momentum.accounting());
            case StrategySpec.TechnicalRules rules -> rules;
            case StrategySpec.Custom custom -> with(custom, parameters);
        };
    }

    private static List<Parameter> momentum(StrategySpec.Momentum momentum) {
        Parameter lookback = Parameter.window(LOOKBACK, momentum.lookback());
        return momentum.threshold() > 0
                ? List.of(lookback, Parameter.distance(THRESHOLD, momentum.threshold()))
                : List.of(lookback);
    }

    // The numbers that the file names; what it leaves out has the provider's standard, which is not known here.
    private static List<Parameter> custom(StrategySpec.Custom custom) {
        List<Parameter> parameters = new ArrayList<>();
        custom.parameters().forEach((name, text) -> {
            double value = number(text);
            if (isWhole(text)) {
                parameters.add(Parameter.window(name, (int) value));
            } else if (Double.isFinite(value) && value != 0) {
                parameters.add(Parameter.distance(name, value));
            }
        });
        return parameters;
    }

    private static StrategySpec.Custom with(StrategySpec.Custom custom, Map<String, Double> parameters) {
        SortedMap<String, String> texts = new TreeMap<>(custom.parameters());
        parameters.forEach((name, value) -> texts.computeIfPresent(
                name, (_, text) -> isWhole(text) ? Long.toString(Math.round(value)) : Double.toString(value)));
        return new StrategySpec.Custom(custom.name(), custom.version(), texts);
    }

    private static int whole(Map<String, Double> parameters, String name, int own) {
        return (int) Math.round(parameters.getOrDefault(name, (double) own));
    }

    private static boolean isWhole(String text) {
        return text.matches("-?\\d{1,9}");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
