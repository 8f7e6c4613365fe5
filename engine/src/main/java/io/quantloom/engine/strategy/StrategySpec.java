package io.quantloom.engine.strategy;

import io.quantloom.engine.model.ModelRef;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What to trade by (contracts.md, Backtest specification). */
public sealed interface StrategySpec {

    /** A strategy of its own, without a registered version behind it: it is made by {@link MakeStrategy}. */
    sealed interface Rule extends StrategySpec {}

    /**
     * Two simple moving averages of the close; acts on the crossing.
     *
     * @param fast window of the fast average, above zero
     * @param slow window of the slow average, above {@code fast}
     * @param longShort whether a crossing down goes short rather than flat
     */
    record SmaCross(int fast, int slow, boolean longShort) implements Rule {}

    /**
     * Source 0's momentum rule: the change of the close over the last bars against a threshold.
     *
     * @param lookback bars between the two closes, above zero
     * @param threshold fraction that the change must exceed, zero or more
     * @param longShort whether a fall beyond the threshold goes short rather than flat
     * @param accounting how the result is told; {@link Accounting#SOURCE_0} is for teaching and cannot be registered
     */
    record Momentum(int lookback, double threshold, boolean longShort, Accounting accounting) implements Rule {

        /** Checks the ranges. */
        public Momentum {
            if (lookback < 1 || !(threshold >= 0) || Double.isInfinite(threshold)) {
                throw new IllegalArgumentException(
                        "expected a lookback above zero and a finite threshold of zero or more, was " + lookback
                                + " and " + threshold);
            }
        }

        /** Returns the rule with the right accounting alone. */
        public Momentum(int lookback, double threshold, boolean longShort) {
            this(lookback, threshold, longShort, Accounting.KERNEL);
        }
    }

    /** How the result of a strategy is told. */
    enum Accounting {
        /** What the kernel measured. */
        KERNEL,
        /** Beside it what source 0's printed formulas would have claimed, fault by fault: for teaching only. */
        SOURCE_0
    }

    /**
     * Rules over technical indicators, named as in ta4j.
     *
     * @param entry when it holds, the position is entered
     * @param exit when it holds, the position is left; with {@link Side#LONG_SHORT} it is turned
     * @param side which positions there are
     */
    record TechnicalRules(RuleNode entry, RuleNode exit, Side side) implements Rule {}

    /** Which positions rules open. */
    enum Side {
        /** Long or flat. */
        LONG,
        /** Short or flat. */
        SHORT,
        /** Entry goes long, exit goes short. */
        LONG_SHORT;

        /** {@return the word used in files} */
        public String text() {
            return switch (this) {
                case LONG -> "long";
                case SHORT -> "short";
                case LONG_SHORT -> "long-short";
            };
        }
    }

    /**
     * A strategy from a jar in the workspace's folder {@code strategies}.
     *
     * @param name the provider's
     * @param version the provider's; empty: the only one there is
     * @param parameters texts by name, as they stand in the file; what is left out has the provider's default
     */
    record Custom(String name, Optional<String> version, SortedMap<String, String> parameters) implements Rule {

        /** Copies the map. */
        public Custom {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /**
     * A registered version: a model, or a strategy without a model. What is empty is taken from the version's card; for a
     * strategy without a model everything but the reference is empty.
     *
     * @param model which
     * @param threshold entry threshold
     * @param exitThreshold exit threshold
     * @param longShort whether it may go short
     * @param cooldownBars bars to stay flat after a position was left, zero or more
     * @param abstention probabilities at which nothing is decided
     */
    record Model(
            ModelRef model,
            OptionalDouble threshold,
            OptionalDouble exitThreshold,
            Optional<Boolean> longShort,
            int cooldownBars,
            Optional<Abstention> abstention)
            implements StrategySpec {

        /** Returns a model without cooldown that decides at every probability. */
        public Model(
                ModelRef model, OptionalDouble threshold, OptionalDouble exitThreshold, Optional<Boolean> longShort) {
            this(model, threshold, exitThreshold, longShort, 0, Optional.empty());
        }

        /** Returns the version as it was registered. */
        public static Model of(ModelRef model) {
            return new Model(model, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }

        /** {@return whether it says how probabilities become decisions, which a strategy without a model has none of} */
        public boolean saysHowToDecide() {
            return threshold.isPresent()
                    || exitThreshold.isPresent()
                    || longShort.isPresent()
                    || abstention.isPresent();
        }
    }

    /** {@return bars to stay flat after a position was left that the strategy asks for itself} */
    default int ownCooldownBars() {
        return this instanceof Model model ? model.cooldownBars() : 0;
    }
}
