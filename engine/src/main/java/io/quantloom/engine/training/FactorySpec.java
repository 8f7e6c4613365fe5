package io.quantloom.engine.training;

import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.WalkForward;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchSpace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A factory configuration that has been checked (contracts.md, Factory configuration). Immutable.
 *
 * @param name of the configuration and of its experiment
 * @param symbols at least one, each once
 * @param series which series of a symbol
 * @param features name of the feature set, as {@code FeatureSets} knows it
 * @param label how the past is labeled
 * @param learners who may learn, at least one
 * @param validation walk-forward windows
 * @param study what is searched
 * @param trading how candidates are traded to be judged
 * @param gates what a candidate must meet, at least one
 * @param registration where a candidate that passed goes
 * @param seed root of all randomness
 * @param text the file as it was given
 */
public record FactorySpec(
        String name,
        List<Symbol> symbols,
        Series series,
        String features,
        TripleBarrier label,
        List<String> learners,
        WalkForward validation,
        Study study,
        Trading trading,
        List<Gate> gates,
        Registration registration,
        long seed,
        String text) {

    /** Copies the lists. */
    public FactorySpec {
        symbols = List.copyOf(symbols);
        learners = List.copyOf(learners);
        gates = List.copyOf(gates);
    }

    /** Returns this configuration with another seed. */
    public FactorySpec withSeed(long other) {
        return new FactorySpec(
                name,
                symbols,
                series,
                features,
                label,
                learners,
                validation,
                study,
                trading,
                gates,
                registration,
                other,
                text);
    }

    /**
     * Which series of a symbol.
     *
     * @param timeframe needed when the store has more than one
     * @param source needed when the store has more than one
     */
    public record Series(Optional<Timeframe> timeframe, Optional<String> source) {}

    /**
     * What is searched.
     *
     * @param trials of each learner, above zero
     * @param batch asked for at once, above zero
     * @param objective to maximise on the stitched walk-forward curve
     * @param space what may be tried; always with a dimension {@code threshold}
     * @param method by which sampler and pruner
     */
    public record Study(int trials, int batch, Statistic objective, SearchSpace space, SearchMethod method) {}

    /**
     * How candidates are traded.
     *
     * @param holdout length reserved at the end, above zero
     * @param rule exit threshold and side; its threshold is replaced by the trial's
     * @param execution account, sizing, costs, exits
     */
    public record Trading(Duration holdout, DecisionRule rule, ExecutionSpec execution) {

        /** {@return the rule with the threshold} */
        public DecisionRule rule(double threshold) {
            return new DecisionRule(threshold, rule.exitThreshold(), rule.longShort());
        }
    }

    /**
     * Where a candidate goes.
     *
     * @param template name of the registered model; {@code {symbol}} stands for the symbol
     * @param alias it is promoted to
     */
    public record Registration(String template, String alias) {

        /** What stands for the symbol. */
        public static final String SYMBOL = "{symbol}";

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
        private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

        /** {@return whether the text can name a registered model} */
        public static boolean isName(String text) {
            return NAME.matcher(text).matches();
        }

        /**
         * Returns the name of the symbol's model; what a model's name cannot hold ({@code / : = ^}) becomes {@code -}.
         */
        public String model(Symbol symbol) {
            String plain = FOREIGN.matcher(symbol.name()).replaceAll("-");
            return template.replace(SYMBOL, plain);
        }
    }
}
