package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.BacktestPlan.Candidate;
import io.quantloom.engine.backtest.BacktestPlan.WalkForward;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlTemplate;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategyReader;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code walk_forward: {train, test, mode, objective, grid}} of a backtest specification. */
final class PlanReader {

    static final String WALK_FORWARD = "walk_forward";

    private static final int MOST = 10_000;
    private static final String STRATEGY = "strategy.";
    private static final List<Statistic> OBJECTIVES = List.of(
            Statistic.SHARPE_RATIO,
            Statistic.SORTINO_RATIO,
            Statistic.CALMAR_RATIO,
            Statistic.TOTAL_RETURN,
            Statistic.ANNUALIZED_RETURN,
            Statistic.PROFIT_FACTOR,
            Statistic.SQN,
            Statistic.EXPECTANCY);
    private static final Kind<Duration> LENGTH = new Kind<>(
            "a length such as 365d or 12h", text -> Timeframe.parse(text).map(Timeframe::length), Duration.ofDays(1));

    private PlanReader() {}

    /** A walk-forward before its grid is laid out. */
    record Header(
            Duration train, Duration test, boolean anchored, Statistic objective, Map<String, List<String>> grid) {}

    /** Reads the section; empty when it is absent. */
    static Optional<Header> read(Section root) {
        if (!root.has(WALK_FORWARD)) {
            return Optional.empty();
        }
        Section section = root.section(WALK_FORWARD);
        Map<String, Boolean> modes = new LinkedHashMap<>();
        modes.put("rolling", false);
        modes.put("anchored", true);
        Map<String, Statistic> objectives = new LinkedHashMap<>();
        OBJECTIVES.forEach(statistic -> objectives.put(statistic.key(), statistic));
        return Optional.of(new Header(
                section.optional("train", LENGTH, Duration.ofDays(365)),
                section.optional("test", LENGTH, Duration.ofDays(90)),
                section.optional("mode", Kind.oneOf(modes, false), false),
                section.optional("objective", Kind.oneOf(objectives, Statistic.SHARPE_RATIO), Statistic.SHARPE_RATIO),
                grid(section)));
    }

    private static Map<String, List<String>> grid(Section section) {
        Section grid = section.section("grid");
        Map<String, List<String>> axes = new LinkedHashMap<>();
        long size = 1;
        for (String key : grid.keys()) {
            List<String> values = grid.list(key, Kind.text());
            if (!key.startsWith(STRATEGY)) {
                grid.finding(key, "a key like strategy.fast; the account is one over all windows", key);
            } else if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
                grid.finding(key, "values, each once", values.isEmpty() ? "none" : String.join(", ", values));
            } else {
                axes.put(key, values);
                size = Math.min(Integer.MAX_VALUE, size * values.size());
            }
        }
        if (grid.keys().isEmpty()) {
            section.finding("grid", "at least one key like strategy.fast with its values", "none");
        }
        if (size > MOST) {
            section.finding("grid", "at most " + MOST + " combinations", size + " combinations");
        }
        return axes;
    }

    /**
     * Lays the grid out. INVALID when not one combination is a strategy; with what is wrong with the first.
     *
     * @param template the whole specification
     */
    static Outcome<BacktestPlan> plan(Header header, YamlTemplate template) {
        YamlTemplate strategy = template.only(Set.of("strategy", "rules", "model"));
        List<Candidate> candidates = new ArrayList<>();
        Optional<Failure> first = Optional.empty();
        int impossible = 0;
        for (Map<String, String> parameters : combinations(header.grid())) {
            Outcome<StrategySpec> read = strategy.read(parameters, StrategyReader::read);
            if (read instanceof Outcome.Success<StrategySpec>(StrategySpec.Rule rule)) {
                candidates.add(new Candidate(parameters, rule));
            } else {
                impossible++;
                first = first.or(() -> Optional.of(
                        read instanceof Outcome.Failed<StrategySpec>(var failure)
                                ? failure
                                : Failure.of(
                                        Reason.INVALID,
                                        "a strategy without a model; the factory walks models forward",
                                        "a model",
                                        "strategy",
                                        "correct and run again; nothing was started")));
            }
        }
        return candidates.isEmpty()
                ? Outcome.failed(first.orElseThrow())
                : Outcome.success(new WalkForward(
                        header.train(), header.test(), header.anchored(), header.objective(), candidates, impossible));
    }

    // The last key runs fastest.
    private static List<Map<String, String>> combinations(Map<String, List<String>> grid) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : grid.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : combinations) {
                for (String value : axis.getValue()) {
                    Map<String, String> parameters = new LinkedHashMap<>(shorter);
                    parameters.put(axis.getKey(), value);
                    longer.add(parameters);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
