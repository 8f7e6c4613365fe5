package io.quantloom.engine.training;

import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.training.FactorySpec.Settings;
import io.quantloom.engine.training.FactorySpec.Study;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final LabelDefinition label;
    private final List<String> parameters;

    private StudySection(Section search, DecisionRule rule, LabelDefinition label, List<String> parameters) {
        this.search = search;
        this.rule = rule;
        this.label = label;
        this.parameters = parameters;
    }

    /**
     * Reads the section.
     *
     * @param rule whose threshold is taken where none is searched
     * @param label whose barriers may be searched
     * @param parameters what the chosen learners read
     * @param settings with those of the libraries there is no default space
     */
    static Study read(
            Section study, DecisionRule rule, LabelDefinition label, List<String> parameters, Settings settings) {
        var method = new SearchMethod(
                study.optional(
                        "sampler",
                        FactoryFile.words(SamplerName.values(), SamplerName::text),
                        SamplerName.RANDOM),
                study.optional(
                        "pruner", FactoryFile.words(PrunerName.values(), PrunerName::text), PrunerName.NONE));
        int trials = study.optional("trials", Kind.whole(1, MOST_TRIALS), 30);
        int batch = study.optional("batch", Kind.whole(1, MOST_AT_ONCE), 4);
        String objective =
                study.optional("objective", Kind.oneOf(objectives(), OBJECTIVES.getFirst().key()), "sharpe_ratio");
        boolean isGiven = study.has("search");
        var section = new StudySection(study.section("search"), rule, label, parameters);
        return new Study(
                trials,
                batch,
                Statistic.ofKey(objective).orElse(Statistic.SHARPE_RATIO),
                GateMetric.ofKey(objective),
                section.space(isGiven, settings.ofLibrary()),
                method);
    }

    private static Map<String, String> objectives() {
        Map<String, String> words = new LinkedHashMap<>();
        OBJECTIVES.forEach(statistic -> words.put(statistic.key(), statistic.key()));
        QUALITIES.forEach(metric -> words.put(metric.key(), metric.key()));
        return words;
    }

    private SearchSpace space(boolean isGiven, boolean ofLibrary) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (Dimension standard : SearchSpace.DEFAULT.dimensions()) {
            boolean isThreshold = standard.name().equals(SearchParameter.THRESHOLD.key());
            if (isThreshold || (parameters.contains(standard.name()) && !ofLibrary)) {
                dimensions.put(standard.name(), standard);
            }
        }
        if (isGiven || ofLibrary) {
            dimensions.put(SearchParameter.THRESHOLD.key(), SearchParameter.THRESHOLD.fixed(rule.threshold()));
        }
        for (SearchParameter parameter : SearchParameter.values()) {
            if (parameter == SearchParameter.THRESHOLD || parameters.contains(parameter.key())) {
                dimension(parameter).ifPresent(dimension -> dimensions.put(parameter.key(), dimension));
            }
        }
        new LabelSearch(search, label, rule.longShort()).read().forEach(found -> dimensions.put(found.name(), found));
        return SearchSpace.of(List.copyOf(dimensions.values()));
    }

    private Optional<Dimension> dimension(SearchParameter parameter) {
        String key = parameter.key();
        Kind<Double> kind = kind(parameter);
        if (!search.isList(key)) {
            return search.find(key, kind).map(parameter::fixed);
        }
        List<Double> bounds = new ArrayList<>(search.list(key, kind));
        if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
            search.finding(key, "one value, or [lowest, highest]", bounds.toString());
            return Optional.empty();
        }
        return Optional.of(parameter.range(bounds.get(0), bounds.get(1)));
    }

    private Kind<Double> kind(SearchParameter parameter) {
        if (parameter != SearchParameter.THRESHOLD) {
            return new Kind<>(parameter.expected(), text -> number(text).filter(parameter::allows), 1.0);
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
