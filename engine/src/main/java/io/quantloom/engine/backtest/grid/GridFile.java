package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlTemplate;
import io.quantloom.engine.performance.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a grid (contracts.md, Grid): a backtest specification with a few keys more, strictly. */
public final class GridFile {

    /** The most combinations that one grid runs. */
    static final int MOST = 100_000;

    private static final long DEFAULT_SEED = 42;
    private static final String SPLIT = "data.split";
    private static final Set<String> OWN_KEYS =
            new LinkedHashSet<>(List.of("grid", "sample", "objective", "out_of_sample", SPLIT));
    private static final List<String> SECTIONS =
            List.of("strategy", "account", "sizing", "execution", "exits", "entry");

    // A null in a list is a value too: no stop, for example.
    private static final Kind<String> VALUE =
            new Kind<>("a value", text -> Optional.of(text.isEmpty() ? "null" : text), "null");
    private static final Kind<BigDecimal> NUMBER = new Kind<>("a number", GridFile::decimal, BigDecimal.ONE);

    private GridFile() {}

    /**
     * Returns the grid of the text. PARSING when it is no YAML, INVALID with every finding. What single combinations get
     * wrong is found when they are run.
     *
     * @param name of the file, for the failure
     */
    public static Outcome<GridSpec> parse(String name, String text) {
        return YamlTemplate.of(name, text).then(template -> {
            Set<String> own = new LinkedHashSet<>(OWN_KEYS);
            own.add("seed");
            return template.only(own)
                    .read(Map.of(), GridFile::read)
                    .map(header -> new GridSpec(template.without(OWN_KEYS), header.axes(), header.choice()));
        });
    }

    private record Header(List<GridAxis> axes, GridSpec.Choice choice) {}

    private static Header read(Section root) {
        List<GridAxis> axes = axes(root);
        Optional<Integer> sample = root.find("sample", Kind.whole(1, MOST));
        var split = root.section("data").find("split", Kind.fromTime());
        Optional<Double> outOfSample = root.find("out_of_sample", Kind.number(0.01, 0.99));
        if (split.isPresent() && outOfSample.isPresent()) {
            root.finding("out_of_sample", "out_of_sample or data.split", "both");
        }
        long size = axes.isEmpty() ? 0 : new GridNumbers(axes).size();
        if (sample.isEmpty() && size > MOST) {
            root.finding("grid", "at most " + MOST + " combinations, or a sample of them", size + " combinations");
        }
        return new Header(
                axes,
                new GridSpec.Choice(
                        sample.isPresent() ? OptionalInt.of(sample.get()) : OptionalInt.empty(),
                        root.optional("objective", objective(), Statistic.SHARPE_RATIO),
                        split,
                        outOfSample.isPresent() ? OptionalDouble.of(outOfSample.get()) : OptionalDouble.empty(),
                        root.optional("seed", Kind.seed(), DEFAULT_SEED)));
    }

    private static List<GridAxis> axes(Section root) {
        Section grid = root.section("grid");
        List<GridAxis> axes = new ArrayList<>();
        for (String key : grid.keys()) {
            int dot = key.indexOf('.');
            if (dot < 0 || !SECTIONS.contains(key.substring(0, dot))) {
                grid.finding(key, "a key like strategy.fast, of one of " + String.join(", ", SECTIONS), key);
            }
            List<String> values = grid.isSection(key) ? range(grid.section(key)) : grid.list(key, VALUE);
            if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
                grid.finding(key, "values, each once", values.isEmpty() ? "none" : String.join(", ", values));
            } else {
                axes.add(new GridAxis(key, values));
            }
        }
        if (grid.keys().isEmpty()) {
            root.finding("grid", "at least one key with its values", "none");
        }
        return axes;
    }

    // Decimal arithmetic: the values are the ones a person would write down.
    private static List<String> range(Section range) {
        BigDecimal from = range.required("from", NUMBER);
        BigDecimal to = range.required("to", NUMBER);
        BigDecimal step = range.required("step", NUMBER);
        if (step.signum() <= 0 || from.compareTo(to) > 0) {
            range.finding("step", "from at or below to and a step above 0", from + " to " + to + " by " + step);
            return List.of(from.toPlainString());
        }
        BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            range.finding("step", "at most " + MOST + " values", steps + " steps");
            return List.of(from.toPlainString());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            values.add(from.add(step.multiply(BigDecimal.valueOf(i))).toPlainString());
        }
        return values;
    }

    private static Kind<Statistic> objective() {
        Map<String, Statistic> words = new LinkedHashMap<>();
        FastStatistics.COLUMNS.forEach(statistic -> words.put(statistic.key(), statistic));
        return Kind.oneOf(words, Statistic.SHARPE_RATIO);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
