package io.quantloom.engine.strategy;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec.Accounting;
import io.quantloom.engine.strategy.StrategySpec.Side;
import io.quantloom.engine.strategy.ta4j.RuleReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads strategies from our files (contracts.md, Backtest specification and Bot file). */
public final class StrategyReader {

    /** {@code side: long} or {@code side: long-short}; true for long-short. */
    public static final Kind<Boolean> SIDE = Kind.oneOf(words("long", false, "long-short", true), false);

    /** A threshold on a probability. */
    public static final Kind<Double> THRESHOLD = Kind.number(0, 1);

    /** {@code models:/name@Alias} or {@code models:/name/3}. */
    public static final Kind<ModelRef> MODEL = new Kind<>(
            "a model like models:/btc@Champion or models:/btc/3", ModelRef::parse, ModelRef.ofVersion("x", 1));

    /** Bars to stay flat after a position was left. */
    public static final Kind<Integer> COOLDOWN = Kind.whole(0, 1_000_000);

    private static final int LONGEST_WINDOW = 100_000;
    private static final Kind<Accounting> ACCOUNTING =
            Kind.oneOf(words("kernel", Accounting.KERNEL, "source-0", Accounting.SOURCE_0), Accounting.KERNEL);
    private static final Kind<Side> RULE_SIDE = Kind.oneOf(
            Arrays.stream(Side.values())
                    .collect(Collectors.toMap(Side::text, side -> side, (first, _) -> first, LinkedHashMap::new)),
            Side.LONG);
    private static final Map<String, Type> TYPES = types();

    private enum Type {
        SMA_CROSS,
        MOMENTUM,
        RULES,
        CUSTOM,
        MODEL
    }

    private StrategyReader() {}

    /**
     * Reads the strategy of a file: its key {@code strategy} with a section, or {@code model} with a reference, or
     * {@code rules} with rules. One of them must be there.
     */
    public static StrategySpec read(Section root) {
        String shorthand = root.keys().contains("model") ? "model" : root.has("rules") ? "rules" : "";
        if (!shorthand.isEmpty() && root.has("strategy")) {
            root.finding(shorthand, "strategy or " + shorthand, "both");
        }
        return switch (shorthand) {
            case "model" -> StrategySpec.Model.of(root.required("model", MODEL));
            case "rules" -> rules(root.section("rules"));
            default -> section(root.section("strategy"));
        };
    }

    /**
     * Reads the strategy of a whole specification and leaves what else stands in it. PARSING when the text is no YAML,
     * INVALID with every finding.
     *
     * @param name of the text, for the failure
     */
    public static Outcome<StrategySpec> ofSpecification(String name, String text) {
        return YamlText.read(name, text, root -> {
            StrategySpec strategy = read(root);
            root.leaveTheRest();
            return strategy;
        });
    }

    private static StrategySpec section(Section strategy) {
        Type type = strategy.required("type", Kind.oneOf(TYPES, Type.SMA_CROSS));
        return switch (type) {
            case SMA_CROSS -> smaCross(strategy);
            case MOMENTUM -> momentum(strategy);
            case RULES -> rules(strategy);
            case CUSTOM -> custom(strategy);
            case MODEL -> model(strategy);
        };
    }

    private static StrategySpec smaCross(Section strategy) {
        int fast = strategy.optional("fast", Kind.whole(1, LONGEST_WINDOW), 10);
        int slow = strategy.optional("slow", Kind.whole(2, LONGEST_WINDOW), 20);
        if (fast >= slow) {
            strategy.finding("fast", "a window below slow", fast + ", with slow " + slow);
        }
        return new StrategySpec.SmaCross(fast, slow, strategy.optional("side", SIDE, true));
    }

    private static StrategySpec momentum(Section strategy) {
        return new StrategySpec.Momentum(
                strategy.optional("lookback", Kind.whole(1, LONGEST_WINDOW), 14),
                strategy.optional("threshold", Kind.number(0, 1_000), 0.02),
                strategy.optional("side", SIDE, true),
                strategy.optional("accounting", ACCOUNTING, Accounting.KERNEL));
    }

    private static StrategySpec rules(Section strategy) {
        return new StrategySpec.TechnicalRules(
                RuleReader.read(strategy, "entry"),
                RuleReader.read(strategy, "exit"),
                strategy.optional("side", RULE_SIDE, Side.LONG));
    }

    private static StrategySpec custom(Section strategy) {
        Section parameters = strategy.section("parameters");
        SortedMap<String, String> values = new TreeMap<>();
        for (String key : parameters.keys()) {
            parameters.find(key, Kind.text()).ifPresent(value -> values.put(key, value));
        }
        return new StrategySpec.Custom(
                strategy.required("name", Kind.text()), strategy.find("version", Kind.text()), values);
    }

    private static StrategySpec model(Section strategy) {
        ModelRef ref = strategy.required("model", MODEL);
        Optional<Double> threshold = strategy.find("threshold", THRESHOLD);
        Optional<Double> exit = strategy.find("exit_threshold", THRESHOLD);
        Optional<Boolean> longShort = strategy.find("side", SIDE);
        checkThresholds(strategy, threshold, exit, longShort);
        return new StrategySpec.Model(
                ref,
                optional(threshold),
                optional(exit),
                longShort,
                strategy.optional("cooldown", COOLDOWN, 0),
                abstention(strategy, threshold));
    }

    /** Reads {@code abstain: [from, to]}, a band of probabilities below the entry threshold. */
    public static Optional<Abstention> abstention(Section section, Optional<Double> threshold) {
        List<Double> ends = section.list("abstain", THRESHOLD);
        if (!section.has("abstain")) {
            return Optional.empty();
        }
        if (ends.size() != 2 || ends.getFirst() > ends.getLast()) {
            section.finding("abstain", "two probabilities in ascending order, like [0.45, 0.55]", ends.toString());
            return Optional.empty();
        }
        if (threshold.isPresent() && ends.getLast() >= threshold.get()) {
            section.finding("abstain", "a band below the threshold of " + threshold.get(), ends.toString());
        }
        return Optional.of(new Abstention(ends.getFirst(), ends.getLast()));
    }

    /** Records what is wrong with thresholds beside each other: exit above entry, or long-short at or below one half. */
    public static void checkThresholds(
            Section section, Optional<Double> threshold, Optional<Double> exit, Optional<Boolean> longShort) {
        if (threshold.isPresent() && exit.isPresent() && exit.get() > threshold.get()) {
            section.finding(
                    "exit_threshold",
                    "at most the threshold of " + threshold.get(),
                    exit.get().toString());
        }
        if (threshold.isPresent() && longShort.orElse(false) && threshold.get() <= 0.5) {
            section.finding(
                    "threshold",
                    "above 0.5 with side: long-short",
                    threshold.get().toString());
        }
        if (threshold.isPresent() && threshold.get() == 0) {
            section.finding("threshold", "a number above 0", threshold.get().toString());
        }
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("sma-cross", Type.SMA_CROSS);
        types.put("momentum", Type.MOMENTUM);
        types.put("rules", Type.RULES);
        types.put("custom", Type.CUSTOM);
        types.put("model", Type.MODEL);
        return types;
    }

    private static <T> Map<String, T> words(String one, T first, String other, T second) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(one, first);
        words.put(other, second);
        return words;
    }
}
