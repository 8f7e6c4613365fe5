package io.quantloom.engine.training.configuration;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.training.configuration.FactorySpec.Settings;
import io.quantloom.engine.training.configuration.FactorySpec.Study;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code study:} of a factory configuration. */
final class StudySection {

    private static final int MOST_TRIALS = 100_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final List<Statistic> OBJECTIVES =
            List.of(Statistic.SHARPE_RATIO, Statistic.SORTINO_RATIO, Statistic.CALMAR_RATIO, Statistic.TOTAL_RETURN);

    /** Measures of the classes that may be maximized; those of the search itself and losses may not. */
    private static final List<GateMetric> QUALITIES = List.of(
            GateMetric.OVERALL_SCORE,
            GateMetric.POSITIVE_ACCURACY,
            GateMetric.NEGATIVE_ACCURACY,
            GateMetric.ACCURACY,
            GateMetric.PRECISION,
            GateMetric.AUC);

    private final Section search;
    private final DecisionRule rule;
    private final List<String> parameters;
    private final FeatureSearch features;

    private StudySection(Section search, DecisionRule rule, List<String> parameters, FeatureSearch features) {
        this.search = search;
        this.features = features;
        this.rule = rule;
        this.parameters = parameters;
    }

    /**
     * Reads the section.
     *
     * @param rule whose threshold is taken where none is searched
     * @param parameters what may be searched beside the threshold: what the chosen learners read, and settings of the label
     * @param features what may be searched of them
     * @param settings with those of the libraries there is no default space
     */
    static Study read(
            Section study, DecisionRule rule, List<String> parameters, FeatureSearch features, Settings settings) {
        var method = new SearchMethod(
                study.optional("sampler", FactoryFile.words(SamplerName.values(), SamplerName::text), SamplerName.TPE),
                study.optional("pruner", FactoryFile.words(PrunerName.values(), PrunerName::text), PrunerName.NONE));
        int trials = study.optional("trials", Kind.whole(1, MOST_TRIALS), 30);
        int batch = study.optional("batch", Kind.whole(1, MOST_AT_ONCE), 4);
        String objective =
                study.optional("objective", Kind.oneOf(objectives(), "sharpe_ratio"), Statistic.SHARPE_RATIO.key());
        boolean isGiven = study.has("search");
        var section = new StudySection(study.section("search"), rule, parameters, features);
        return new Study(
                trials,
                batch,
                Statistic.ofKey(objective).orElse(Statistic.SHARPE_RATIO),
                GateMetric.ofKey(objective),
                section.space(isGiven, settings.ofLibrary()),
                method,
                study.optional("choose", FactoryFile.words(TrialChoice.values(), TrialChoice::text), TrialChoice.BEST));
    }

    private static Map<String, String> objectives() {
        Map<String, String> words = new LinkedHashMap<>();
        OBJECTIVES.forEach(statistic -> words.put(statistic.key(), statistic.key()));
        QUALITIES.forEach(metric -> words.put(metric.key(), metric.key()));
        return words;
    }

    private SearchSpace space(boolean isGiven, boolean ofLibrary) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        Stream.of(SearchSpace.DEFAULT, SearchSpace.FURTHER)
                .flatMap(space -> space.dimensions().stream())
                .filter(standard -> isKnown(standard.name()) && !ofLibrary)
                .forEach(standard -> dimensions.put(standard.name(), standard));
        if (isGiven || ofLibrary) {
            dimensions.put(SearchParameter.THRESHOLD.key(), SearchParameter.THRESHOLD.fixed(rule.threshold()));
        }
        for (SearchParameter parameter : SearchParameter.values()) {
            if (isKnown(parameter.key())) {
                dimension(parameter).ifPresent(dimension -> dimensions.put(parameter.key(), dimension));
            }
        }
        features.read(search).forEach(dimension -> dimensions.put(dimension.name(), dimension));
        return SearchSpace.of(List.copyOf(dimensions.values()));
    }

    private boolean isKnown(String key) {
        return parameters.contains(key) || key.equals(SearchParameter.THRESHOLD.key());
    }

    private Optional<Dimension> dimension(SearchParameter parameter) {
        String key = parameter.key();
        if (search.isSection(key)) {
            return steps(parameter, search.section(key));
        }
        Kind<Object> kind = kind(parameter);
        if (!search.isList(key)) {
            return search.find(key, kind).map(value -> single(parameter, value));
        }
        List<Object> values = search.list(key, kind);
        if (!values.isEmpty() && values.stream().allMatch(String.class::isInstance)) {
            List<String> words = values.stream().map(Object::toString).toList();
            return Optional.of(words)
                    .filter(_ -> words.stream().distinct().count() == words.size())
                    .map(parameter::among)
                    .or(() -> refused(key, "each word once", words));
        }
        if (values.size() == 2
                && values.get(0) instanceof Double low
                && values.get(1) instanceof Double high
                && low <= high) {
            return Optional.of(parameter.range(low, high));
        }
        return refused(key, "one value, or [lowest, highest]", values);
    }

    private static Dimension single(SearchParameter parameter, Object value) {
        return value instanceof Double number ? parameter.fixed(number) : parameter.among(List.of(value.toString()));
    }

    private Optional<Dimension> refused(String key, String expected, List<?> found) {
        search.finding(key, expected, found.toString());
        return Optional.empty();
    }

    private Optional<Dimension> steps(SearchParameter parameter, Section range) {
        Kind<Double> bound = numbers(parameter);
        double low = range.required("from", bound);
        double high = range.required("to", bound);
        double step = range.required("step", Kind.positive());
        if (low > high) {
            range.finding("to", "at least from " + low, String.valueOf(high));
            return Optional.empty();
        }
        return Optional.of(parameter.range(low, high, step));
    }

    private Kind<Object> kind(SearchParameter parameter) {
        Kind<Double> numbers = numbers(parameter);
        return new Kind<>(
                numbers.expected(),
                text -> parameter.allows(text)
                        ? Optional.of(text)
                        : numbers.parse().apply(text).map(Object.class::cast),
                1.0);
    }

    private Kind<Double> numbers(SearchParameter parameter) {
        if (parameter != SearchParameter.THRESHOLD) {
            return new Kind<>(parameter.expected(), text -> number(text).filter(parameter::allows), parameter.least());
        }
        return new Kind<>(
                "a number of at least the exit_threshold " + rule.exitThreshold()
                        + (rule.longShort() ? ", above 0.5," : "") + " and at most 1",
                text -> number(text)
                        .filter(value ->
                                value >= rule.exitThreshold() && value > (rule.longShort() ? 0.5 : 0) && value <= 1),
                1.0);
    }

    private static Optional<Double> number(String text) {
        return Kind.number(-Double.MAX_VALUE, Double.MAX_VALUE).parse().apply(text);
    }
}
