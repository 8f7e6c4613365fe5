package io.quantloom.engine.strategy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Strategies in words and as the params of a run. */
public final class StrategyText {

    private static final int LONGEST = 60;

    private StrategyText() {}

    /** Returns what a person calls the strategy, for example {@code sma-cross 10/20 long-short}. */
    public static String title(StrategySpec strategy) {
        return switch (strategy) {
            case StrategySpec.SmaCross cross ->
                "sma-cross " + cross.fast() + "/" + cross.slow() + " " + side(cross.longShort());
            case StrategySpec.Momentum momentum ->
                // The name of the run in source 0: momentum_lb{lookback}_th{threshold}.
                "momentum_lb" + momentum.lookback() + "_th" + momentum.threshold() + " " + side(momentum.longShort())
                        + (momentum.accounting() == StrategySpec.Accounting.SOURCE_0 ? " (teaching)" : "");
            case StrategySpec.TechnicalRules rules -> "rules " + rules.side().text() + ": " + shortened(rules.entry());
            case StrategySpec.Custom custom ->
                custom.name() + custom.version().map(version -> " " + version).orElse("");
            case StrategySpec.Model model -> model.model().toString();
        };
    }

    /** Returns the params that tell the strategy, by key; {@code strategy} is its type in files. */
    public static SortedMap<String, String> params(StrategySpec strategy) {
        SortedMap<String, String> params = new TreeMap<>();
        switch (strategy) {
            case StrategySpec.SmaCross cross -> {
                params.put("strategy", "sma-cross");
                params.put("fast", Integer.toString(cross.fast()));
                params.put("slow", Integer.toString(cross.slow()));
                params.put("side", side(cross.longShort()));
            }
            case StrategySpec.Momentum momentum -> momentum(momentum, params);
            case StrategySpec.TechnicalRules rules -> {
                params.put("strategy", "rules");
                params.put("entry", rules.entry().text());
                params.put("exit", rules.exit().text());
                params.put("side", rules.side().text());
            }
            case StrategySpec.Custom custom -> {
                params.put("strategy", "custom");
                params.put("name", custom.name());
                custom.version().ifPresent(version -> params.put("version", version));
                for (Map.Entry<String, String> parameter : custom.parameters().entrySet()) {
                    params.put("parameters." + parameter.getKey(), parameter.getValue());
                }
            }
            case StrategySpec.Model model -> model(model, params);
        }
        return params;
    }

    private static void momentum(StrategySpec.Momentum momentum, Map<String, String> params) {
        params.put("strategy", "momentum");
        params.put("lookback_period", Integer.toString(momentum.lookback()));
        params.put("threshold", Double.toString(momentum.threshold()));
        params.put("side", side(momentum.longShort()));
        if (momentum.accounting() == StrategySpec.Accounting.SOURCE_0) {
            params.put("accounting", "source-0");
        }
    }

    private static void model(StrategySpec.Model model, Map<String, String> params) {
        params.put("strategy", "model");
        params.put("model", model.model().toString());
        model.threshold().ifPresent(value -> params.put("threshold", Double.toString(value)));
        model.exitThreshold().ifPresent(value -> params.put("exit_threshold", Double.toString(value)));
        model.longShort().ifPresent(value -> params.put("side", side(value)));
        if (model.cooldownBars() > 0) {
            params.put("cooldown", Integer.toString(model.cooldownBars()));
        }
        model.abstention().ifPresent(band -> params.put("abstain", "[" + band.from() + ", " + band.to() + "]"));
    }

    private static String shortened(RuleNode rule) {
        String text = rule.text()
                .replace("IndicatorRule", "")
                .replace("Indicator", "")
                .replace("Rule", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String side(boolean longShort) {
        return longShort ? "long-short" : "long";
    }
}
