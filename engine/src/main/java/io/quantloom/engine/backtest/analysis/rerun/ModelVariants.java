package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model with other thresholds; its probabilities are computed once. */
final class ModelVariants implements TradingRules {

    private static final String THRESHOLD = "threshold";
    private static final String EXIT_THRESHOLD = "exit_threshold";

    private final DecisionRule rule;
    private final Optional<Abstention> abstention;
    private final LabelExits exits;
    private final BatchForecast forecast;

    /**
     * Takes what the model said over the bars traded.
     *
     * @param rule how it trades
     * @param forecast probabilities and barriers, one for each bar
     */
    ModelVariants(DecisionRule rule, Optional<Abstention> abstention, LabelExits exits, BatchForecast forecast) {
        this.rule = rule;
        this.abstention = abstention;
        this.exits = exits;
        this.forecast = forecast;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.probability(THRESHOLD, rule.threshold()),
                Parameter.probability(EXIT_THRESHOLD, rule.exitThreshold()));
    }

    @Override
    public boolean isPossible(Map<String, Double> parameters) {
        double threshold = parameters.getOrDefault(THRESHOLD, rule.threshold());
        double exit = parameters.getOrDefault(EXIT_THRESHOLD, rule.exitThreshold());
        double above = Math.max(
                rule.longShort() ? 0.5 : 0, abstention.map(Abstention::to).orElse(0.0));
        return threshold > above && threshold <= 1 && exit >= 0 && exit <= threshold;
    }

    @Override
    public Outcome<Strategy> strategy(Map<String, Double> parameters) {
        var other = new DecisionRule(
                parameters.getOrDefault(THRESHOLD, rule.threshold()),
                parameters.getOrDefault(EXIT_THRESHOLD, rule.exitThreshold()),
                rule.longShort());
        return Outcome.success(new ModelStrategy(other, forecast.fresh(), abstention, exits));
    }

    @Override
    public Optional<String> whyIdle() {
        double[] defined = IntStream.range(0, forecast.size())
                .mapToDouble(forecast::probability)
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
}
