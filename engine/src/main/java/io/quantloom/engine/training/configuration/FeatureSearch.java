package io.quantloom.engine.training.configuration;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a study searches among features: {@code features}, a choice of sets, and {@code features.NAME}, a parameter of those
 * that have it. What a trial asks for is a set of its own with a name of its own.
 */
public final class FeatureSearch {

    /** The choice of sets in a search space and among the parameters of a trial. */
    public static final String SETS = "features";

    private static final String PARAMETER = SETS + ".";

    private final FeatureSets catalog;
    private final String standard;

    /**
     * Takes the catalog.
     *
     * @param standard the configuration's own set, searched in where the search names none
     */
    FeatureSearch(FeatureSets catalog, String standard) {
        this.catalog = catalog;
        this.standard = standard;
    }

    /** {@return whether a dimension or parameter of the name says something of features} */
    public static boolean isOfFeatures(String name) {
        return name.equals(SETS) || name.startsWith(PARAMETER);
    }

    /** {@return the sets that the space chooses among; none where it chooses among none} */
    static List<String> sets(SearchSpace space) {
        return space.find(SETS).map(Dimension::plain).stream()
                .flatMap(dimension -> switch (dimension) {
                    case Dimension.Choice choice -> choice.values().stream();
                    case Dimension.Fixed fixed -> Stream.of(fixed.value());
                    case Dimension.Numeric _, Dimension.When _ -> Stream.empty();
                })
                .map(Object::toString)
                .toList();
    }

    /** Returns the name of the set that a trial asks for, before its parameters. */
    public static String set(String standard, Hyperparameters parameters) {
        return parameters.values().getOrDefault(SETS, standard).toString();
    }

    /** Returns the values of the set's parameters that a trial asks for, by name. */
    public static SortedMap<String, String> values(Hyperparameters parameters) {
        var values = new TreeMap<String, String>();
        parameters.values().forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                values.put(name.substring(PARAMETER.length()), value.toString());
            }
        });
        return values;
    }

    /** Reads the dimensions; what is unknown or impossible becomes a finding. */
    List<Dimension> read(Section search) {
        var dimensions = new ArrayList<Dimension>();
        List<FeatureSet> sets = sets(search);
        if (search.has(SETS) && !sets.isEmpty()) {
            dimensions.add(among(SETS, sets.stream().map(FeatureSet::name).toList()));
        }
        List<String> keys =
                search.keys().stream().filter(key -> key.startsWith(PARAMETER)).toList();
        for (String key : keys) {
            String name = key.substring(PARAMETER.length());
            List<FeatureSet> holders = sets.stream()
                    .filter(set -> set.parameters().containsKey(name))
                    .toList();
            if (holders.isEmpty()) {
                leave(search, key);
                if (!sets.isEmpty()) {
                    search.finding(key, "a parameter of " + described(sets), "'" + name + "'");
                }
                continue;
            }
            String usual =
                    Objects.requireNonNull(holders.getFirst().parameters().get(name));
            Optional<Dimension> dimension = dimension(search, key, usual);
            if (holders.size() > 1 && holders.size() < sets.size()) {
                search.finding(
                        key,
                        "a parameter of one of the searched sets, or of all of them",
                        "one of " + holders.size() + " of " + sets.size());
            } else if (dimension.isPresent()) {
                // Where others are searched as well, only the values together can be judged: by the trial.
                if (keys.size() == 1) {
                    holders.forEach(set -> check(search, key, set, dimension.get()));
                }
                dimensions.add(
                        holders.size() == sets.size()
                                ? dimension.get()
                                : new Dimension.When(
                                        dimension.get(),
                                        SETS,
                                        holders.getFirst().name()));
            }
        }
        return dimensions;
    }

    private static void leave(Section search, String key) {
        if (search.isSection(key)) {
            search.section(key).leaveTheRest();
        } else {
            search.list(key, Kind.text());
        }
    }

    private List<FeatureSet> sets(Section search) {
        List<String> names = search.list(SETS, Kind.text());
        var sets = new ArrayList<FeatureSet>();
        for (String name : names.isEmpty() ? List.of(standard) : names) {
            switch (catalog.named(name)) {
                case Outcome.Success<FeatureSet>(var set) -> sets.add(set);
                case Outcome.Failed<FeatureSet>(var failure) -> {
                    if (!names.isEmpty()) {
                        search.finding(SETS, failure.expected(), failure.found());
                    }
                }
                case Outcome.Canceled<FeatureSet> _ -> throw new IllegalStateException("nobody cancels a look-up");
            }
        }
        if (sets.stream().map(FeatureSet::name).distinct().count() < sets.size()) {
            search.finding(SETS, "each set once", String.join(", ", names));
            return List.of();
        }
        return sets;
    }

    private static String described(List<FeatureSet> sets) {
        return sets.stream()
                .map(set -> set.name()
                        + (set.parameters().isEmpty()
                                ? ", which has none"
                                : ": " + String.join(", ", set.parameters().keySet())))
                .reduce((one, other) -> one + "; " + other)
                .orElse("a feature set");
    }

    private static Optional<Dimension> dimension(Section search, String key, String standard) {
        Optional<BigDecimal> usual = decimal(standard);
        boolean whole = usual.filter(FeatureSearch::isWhole).isPresent();
        if (search.isSection(key)) {
            return steps(search.section(key), key, whole);
        }
        List<String> values = search.list(key, Kind.text());
        List<BigDecimal> numbers = values.stream()
                .map(FeatureSearch::decimal)
                .flatMap(Optional::stream)
                .toList();
        boolean isNumber = usual.isPresent() && numbers.size() == values.size();
        if (values.isEmpty() || (usual.isPresent() && !isNumber)) {
            search.finding(key, usual.isPresent() ? "numbers, as " + standard + " is" : "words", values.toString());
            return Optional.empty();
        }
        if (isNumber && values.size() == 2) {
            return range(search, key, numbers.get(0), numbers.get(1), whole);
        }
        List<String> texts =
                isNumber ? numbers.stream().map(FeatureSearch::text).toList() : values;
        if (new HashSet<>(texts).size() < texts.size()) {
            search.finding(key, "each value once", values.toString());
            return Optional.empty();
        }
        return Optional.of(isNumber && texts.size() == 1 ? fixed(key, numbers.getFirst()) : among(key, texts));
    }

    private static Dimension among(String key, List<String> texts) {
        return texts.size() == 1
                ? new Dimension.Fixed(key, texts.getFirst())
                : Dimension.Choice.of(key, texts.toArray(String[]::new));
    }

    private static Dimension fixed(String key, BigDecimal number) {
        return new Dimension.Fixed(key, isWhole(number) ? (Object) number.longValue() : (Object) number.doubleValue());
    }

    private static Optional<Dimension> range(
            Section search, String key, BigDecimal low, BigDecimal high, boolean whole) {
        if (low.compareTo(high) > 0 || (whole && !(isWhole(low) && isWhole(high)))) {
            search.finding(key, (whole ? "whole numbers " : "") + "[lowest, highest]", "[" + low + ", " + high + "]");
            return Optional.empty();
        }
        boolean log = low.signum() > 0;
        return Optional.of(
                whole
                        ? new Dimension.Whole(key, low.intValue(), high.intValue(), log, 1)
                        : new Dimension.Real(key, low.doubleValue(), high.doubleValue(), log));
    }

    private static Optional<Dimension> steps(Section range, String key, boolean whole) {
        Kind<Double> bound = Kind.number(-1e9, 1e9);
        double low = range.required("from", bound);
        double high = range.required("to", bound);
        double step = range.required("step", Kind.positive());
        boolean fits = !whole || (low == Math.rint(low) && high == Math.rint(high) && step == Math.rint(step));
        if (low > high || !fits) {
            range.finding("to", (whole ? "whole numbers, " : "") + "at least from " + low, String.valueOf(high));
            return Optional.empty();
        }
        return Optional.of(
                whole
                        ? new Dimension.Whole(key, (int) low, (int) high, false, (int) step)
                        : new Dimension.Real(key, low, high, false, step));
    }

    private static void check(Section search, String key, FeatureSet set, Dimension dimension) {
        String name = key.substring(PARAMETER.length());
        Stream<Object> values = switch (dimension) {
            case Dimension.Fixed fixed -> Stream.of(fixed.value());
            case Dimension.Choice choice -> choice.values().stream();
            case Dimension.Numeric numeric ->
                Stream.of(
                        numeric.at(numeric.scale().lowEdge()),
                        numeric.at(numeric.scale().highEdge()));
            case Dimension.When _ -> Stream.empty();
        };
        for (Object value : values.toList()) {
            var given = new TreeMap<>(Map.of(name, value.toString()));
            if (set.with(given) instanceof Outcome.Failed<FeatureSet>(var failure)) {
                // Behind the count of findings stands the first of them.
                String why = failure.found().lines().skip(1).findFirst().orElse(failure.found());
                search.finding(
                        key, "values that " + set.name() + " can be computed with", value + " (" + why.strip() + ")");
            }
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(new BigDecimal(1_000_000_000)) <= 0;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
