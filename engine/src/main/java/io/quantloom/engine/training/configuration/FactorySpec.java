package io.quantloom.engine.training.configuration;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.SampleWeighting;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.dataset.split.Validation;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.calibration.CalibrationMethod;
import io.quantloom.engine.model.explanation.ExplainSpec;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendTags;
import io.quantloom.engine.training.placebo.PlaceboSpec;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A factory configuration that has been checked (contracts.md, Factory configuration). Immutable.
 *
 * @param name of the configuration and of its experiment
 * @param symbols at least one, each once
 * @param series which series of a symbol
 * @param features name of the feature set, as {@code FeatureSets} knows it; one of them where several are searched
 * @param label how the past is labeled
 * @param learners who may learn, at least one
 * @param validation how the past is split, the holdout apart
 * @param study what is searched
 * @param trading how candidates are traded to be judged
 * @param gates what a candidate must meet, at least one
 * @param registration where a candidate that passed goes
 * @param research what else is done with a candidate
 * @param seed root of all randomness
 * @param text the file as it was given
 */
public record FactorySpec(
        String name,
        List<Symbol> symbols,
        Series series,
        String features,
        LabelDefinition label,
        List<String> learners,
        Validation validation,
        Study study,
        Trading trading,
        List<Gate> gates,
        Registration registration,
        Research research,
        long seed,
        String text) {

    /** Copies the lists. */
    public FactorySpec {
        symbols = List.copyOf(symbols);
        learners = List.copyOf(learners);
        gates = List.copyOf(gates);
    }

    /** {@return which way the label's positive class goes; empty for labels that take either side} */
    public Optional<Trend> trend() {
        return switch (label.side()) {
            case 1 -> Optional.of(Trend.UPTREND);
            case -1 -> Optional.of(Trend.DOWNTREND);
            default -> Optional.empty();
        };
    }

    /** {@return names of the feature sets that trials ask for, before their parameters; at least one} */
    public List<String> featureSets() {
        List<String> searched = FeatureSearch.sets(study.space());
        return searched.isEmpty() ? List.of(features) : searched;
    }

    /** {@return the name of the symbol's model} */
    public String model(Symbol symbol) {
        String named = registration.model(symbol);
        return named.replace(Registration.TREND, trend().map(Trend::text).orElse(TrendTags.META));
    }

    /** Returns the seeds of all that is random about a symbol: the same whichever other symbols there are. */
    public Seeds seeds(Symbol symbol) {
        return new Seeds(seed).child("factory/" + symbol);
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
                research,
                other,
                text);
    }

    /**
     * Which series of a symbol.
     *
     * @param timeframe needed when the store has more than one
     * @param sources in the order of preference; needed when the store has more than one
     * @param quotes currencies that make an asset's name a symbol, in the order of preference: {@code BTC} with
     *     {@code USDT} is {@code BTC-USDT}, where there is no series of {@code BTC} itself
     */
    public record Series(Optional<Timeframe> timeframe, List<String> sources, List<String> quotes) {

        /** Copies the lists. */
        public Series {
            sources = List.copyOf(sources);
            quotes = List.copyOf(quotes);
        }

        /** Takes at most one source. */
        public Series(Optional<Timeframe> timeframe, Optional<String> source) {
            this(timeframe, source.stream().toList(), List.of());
        }
    }

    /**
     * What is done with samples and candidates beside the search.
     *
     * @param weighting how much each training sample counts
     * @param settings what learners are given before the search
     * @param calibration how scores become probabilities, inside the training window; empty for what the learner says
     * @param explain how much work an explanation may be
     * @param placebo twins without signal to compare with; empty for none
     * @param nested how training windows are split again to choose inside them; empty for no nested selection
     */
    public record Research(
            SampleWeighting weighting,
            Settings settings,
            Optional<CalibrationMethod> calibration,
            ExplainSpec explain,
            Optional<PlaceboSpec> placebo,
            Optional<PurgedKFold> nested) {}

    /**
     * Settings that are not searched.
     *
     * @param ofLibrary whether each learner gets its library's own defaults, in place of ours and of the default space
     * @param balanced whether both classes weigh alike where the learner can do that
     */
    public record Settings(boolean ofLibrary, boolean balanced) {}

    /**
     * What is searched.
     *
     * @param trials of each learner, above zero
     * @param batch asked for at once, above zero
     * @param objective to maximise on the stitched walk-forward curve
     * @param quality a measure of the classes in place of the objective; empty where trading is the yardstick
     * @param space what may be tried; always with a dimension {@code threshold}
     * @param method who proposes, who stops early
     * @param choice which trial goes on
     */
    public record Study(
            int trials,
            int batch,
            Statistic objective,
            Optional<GateMetric> quality,
            SearchSpace space,
            SearchMethod method,
            TrialChoice choice) {

        /** {@return the key of what is maximized} */
        public String yardstick() {
            return quality.map(GateMetric::key).orElse(objective.key());
        }
    }

    /**
     * How candidates are traded.
     *
     * @param holdout what is reserved at the end
     * @param rule exit threshold and side; its threshold is replaced by the trial's
     * @param execution account, sizing, costs, exits
     */
    public record Trading(Holdout.Last holdout, DecisionRule rule, ExecutionSpec execution) {

        /** {@return the rule with the threshold} */
        public DecisionRule rule(double threshold) {
            return new DecisionRule(threshold, rule.exitThreshold(), rule.longShort());
        }
    }

    /**
     * Where a candidate goes.
     *
     * @param template name of the registered model; {@code {symbol}} stands for the symbol, {@code {trend}} for the trend
     * @param alias it is promoted to
     */
    public record Registration(String template, String alias) {

        /** What stands for the symbol. */
        public static final String SYMBOL = "{symbol}";

        /** What stands for the trend. */
        public static final String TREND = "{trend}";

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
