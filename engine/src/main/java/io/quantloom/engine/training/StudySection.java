package io.quantloom.engine.training;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.training.FactorySpec.Study;
import io.quantloom.engine.tuning.Dimension;
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

    private final Section search;
    private final DecisionRule rule;
    private final List<String> parameters;

    private StudySection(Section search, DecisionRule rule, List<String> parameters) {
        this.search = search;
        this.rule = rule;
        this.parameters = parameters;
    }

    /**
     * Reads the section.
     *
     * @param rule whose threshold is taken where none is searched
     * @param parameters what the chosen learners read
     */
    static Study read(Section study, DecisionRule rule, List<String> parameters) {
        study.optional(
                "sampler",
                new Kind<>(
                        "random; tpe comes with the research core",
                        text -> Optional.of(text).filter("random"::equals),
                        "random"),
                "random");
        int trials = study.optional("trials", Kind.whole(1, MOST_TRIALS), 30);
        int batch = study.optional("batch", Kind.whole(1, MOST_AT_ONCE), 4);
        Statistic objective = study.optional(
                "objective",
                FactoryFile.words(OBJECTIVES.toArray(Statistic[]::new), Statistic::key),
                Statistic.SHARPE_RATIO);
        boolean isGiven = study.has("search");
        var section = new StudySection(study.section("search"), rule, parameters);
        return new Study(trials, batch, objective, section.space(isGiven));
    }

    private SearchSpace space(boolean isGiven) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (Dimension standard : SearchSpace.DEFAULT.dimensions()) {
            if (parameters.contains(standard.name()) || standard.name().equals(SearchParameter.THRESHOLD.key())) {
                dimensions.put(standard.name(), standard);
            }
        }
        if (isGiven) {
            dimensions.put(SearchParameter.THRESHOLD.key(), SearchParameter.THRESHOLD.fixed(rule.threshold()));
        }
        for (SearchParameter parameter : SearchParameter.values()) {
            if (parameter == SearchParameter.THRESHOLD || parameters.contains(parameter.key())) {
                dimension(parameter).ifPresent(dimension -> dimensions.put(parameter.key(), dimension));
            }
        }
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
