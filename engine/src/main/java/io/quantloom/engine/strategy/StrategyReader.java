package io.quantloom.engine.strategy;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.ModelRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads strategies from our files (contracts.md, Backtest specification and Bot file). */
public final class StrategyReader {

    /** {@code side: long} or {@code side: long-short}; true for long-short. */
    public static final Kind<Boolean> SIDE = Kind.oneOf(ordered("long", false, "long-short", true), false);

    /** A threshold on a probability. */
    public static final Kind<Double> THRESHOLD = Kind.number(0, 1);

    /** {@code models:/name@Alias} or {@code models:/name/3}. */
    public static final Kind<ModelRef> MODEL = new Kind<>(
            "a model like models:/btc@Champion or models:/btc/3", ModelRef::parse, ModelRef.ofVersion("x", 1));

    private static final int LONGEST_WINDOW = 100_000;

    private StrategyReader() {}

    /**
     * Reads the strategy of a file: its key {@code strategy} with a section, or {@code model} with a reference. One of
     * them must be there.
     */
    public static StrategySpec read(Section root) {
        boolean shorthand = root.keys().contains("model");
        if (shorthand && root.has("strategy")) {
            root.finding("model", "strategy or model", "both");
        }
        if (shorthand) {
            return ofModel(root.required("model", MODEL));
        }
        if (root.has("rules")) {
            root.find("rules", new Kind<>("strategy or model; rules come later", text -> Optional.empty(), ""));
            return ofModel(MODEL.standIn());
        }
        return section(root.section("strategy"));
    }

    private static StrategySpec section(Section strategy) {
        boolean isModel = strategy.required("type", Kind.oneOf(ordered("sma-cross", false, "model", true), false));
        if (isModel) {
            return model(strategy);
        }
        int fast = strategy.optional("fast", Kind.whole(1, LONGEST_WINDOW), 10);
        int slow = strategy.optional("slow", Kind.whole(2, LONGEST_WINDOW), 20);
        if (fast >= slow) {
            strategy.finding("fast", "a window below slow", fast + ", with slow " + slow);
        }
        return new StrategySpec.SmaCross(fast, slow, strategy.optional("side", SIDE, true));
    }

    private static StrategySpec model(Section strategy) {
        ModelRef ref = strategy.required("model", MODEL);
        Optional<Double> threshold = strategy.find("threshold", THRESHOLD);
        Optional<Double> exit = strategy.find("exit_threshold", THRESHOLD);
        Optional<Boolean> longShort = strategy.find("side", SIDE);
        checkThresholds(strategy, threshold, exit, longShort);
        return new StrategySpec.Model(ref, optional(threshold), optional(exit), longShort);
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

    private static StrategySpec ofModel(ModelRef ref) {
        return new StrategySpec.Model(ref, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Map<String, Boolean> ordered(String no, boolean first, String yes, boolean second) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(no, first);
        words.put(yes, second);
        return words;
    }
}
