package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.TradableModel;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model with other thresholds; its probabilities are computed once. */
final class ModelRules implements TradingRules {

    // Above this every probability above one half is an entry, so a probe with it is told every barrier.
    private static final double LOWEST_LONG_SHORT = Math.nextUp(0.5);

    private final DecisionRule rule;
    private final LabelExits exits;
    private final double[] probabilities;
    private final double[] stops;
    private final double[] takes;
    private final int firstDefined;

    private ModelRules(
            DecisionRule rule,
            LabelExits exits,
            double[] probabilities,
            double[] stops,
            double[] takes,
            int firstDefined) {
        this.rule = rule;
        this.exits = exits;
        this.probabilities = probabilities;
        this.stops = stops;
        this.takes = takes;
        this.firstDefined = firstDefined;
    }

    /**
     * Computes the model's probabilities over the bars.
     *
     * @param ref the version that was backtested
     * @param series from its beginning to the last bar traded
     * @param from index of the first bar traded
     */
    static Outcome<TradingRules> of(
            ModelSource models,
            ModelRef ref,
            StrategySpec.Model wanted,
            LabelExits exits,
            BarSeries series,
            int from,
            JobContext context) {
        return rule(models, ref, wanted, exits)
                .then(rule -> models.load(ref)
                        .then(served -> TradableModel.of(served, probe(ref, rule.longShort()), exits))
                        .then(model -> {
                            try (model) {
                                return model.over(series, from, context)
                                        .map(probe -> record(rule, exits, probe, series, from));
                            }
                        }));
    }

    private static Outcome<DecisionRule> rule(
            ModelSource models, ModelRef ref, StrategySpec.Model wanted, LabelExits exits) {
        return models.load(ref)
                .then(served -> TradableModel.of(served, wanted, exits))
                .map(model -> {
                    try (model) {
                        return model.rule();
                    }
                });
    }

    private static StrategySpec.Model probe(ModelRef ref, boolean longShort) {
        return new StrategySpec.Model(
                ref,
                OptionalDouble.of(longShort ? LOWEST_LONG_SHORT : Double.MIN_VALUE),
                OptionalDouble.of(0),
                Optional.of(longShort));
    }

    private static TradingRules record(
            DecisionRule rule, LabelExits exits, Strategy probe, BarSeries series, int from) {
        int bars = series.size() - from;
        double[] probabilities = new double[bars];
        double[] stops = new double[bars];
        double[] takes = new double[bars];
        for (int i = 0; i < bars; i++) {
            Decision decision = probe.onClose(series.bar(from + i), Target.FLAT);
            probabilities[i] = decision.probability();
            stops[i] = decision.stopLoss();
            takes[i] = decision.takeProfit();
        }
        return new ModelRules(rule, exits, probabilities, stops, takes, probe.firstDefined());
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.probability("threshold", rule.threshold()));
        parameters.add(Parameter.probability("exit_threshold", rule.exitThreshold()));
        return parameters;
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        double threshold = parameters.getOrDefault("threshold", rule.threshold());
        double exit = parameters.getOrDefault("exit_threshold", rule.exitThreshold());
        return threshold > (rule.longShort() ? 0.5 : 0) && threshold <= 1 && exit >= 0 && exit <= threshold;
    }

    @Override
    public Strategy strategy(Map<String, Double> parameters) {
        return new ModelStrategy(
                rule(parameters),
                BatchForecast.of(probabilities, stops, takes, firstDefined),
                exits.stopLoss(),
                exits.takeProfit());
    }

    @Override
    public Optional<String> whyIdle() {
        double[] defined = Arrays.stream(probabilities)
                .filter(p -> !Double.isNaN(p))
                .sorted()
                .toArray();
        if (defined.length == 0) {
            return Optional.of("the model's features are undefined on every bar");
        }
        double highest = defined[defined.length - 1];
        double lowest = defined[0];
        if (highest >= rule.threshold() || (rule.longShort() && lowest <= 1 - rule.threshold())) {
            return Optional.empty();
        }
        String text = String.format(
                Locale.ROOT, "the highest probability is %.4g, below the threshold of %.4g", highest, rule.threshold());
        return Optional.of(
                rule.longShort()
                        ? text
                                + String.format(
                                        Locale.ROOT, ", and the lowest %.4g, above %.4g", lowest, 1 - rule.threshold())
                        : text);
    }

    private DecisionRule rule(Map<String, Double> parameters) {
        return new DecisionRule(
                parameters.getOrDefault("threshold", rule.threshold()),
                parameters.getOrDefault("exit_threshold", rule.exitThreshold()),
                rule.longShort());
    }
}
