package io.quantloom.engine.training.configuration;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.Direction;
import io.quantloom.engine.dataset.label.ForwardReturn;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.LabelReader;
import io.quantloom.engine.dataset.label.MetaLabel;
import io.quantloom.engine.dataset.label.SmaTrend;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.dataset.split.Validation;
import io.quantloom.engine.dataset.split.ValidationSection;
import io.quantloom.engine.dataset.split.WalkForward;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.baseline.RandomLearner;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateReader;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.training.configuration.FactorySpec.Registration;
import io.quantloom.engine.training.configuration.FactorySpec.Research;
import io.quantloom.engine.training.configuration.FactorySpec.Series;
import io.quantloom.engine.training.configuration.FactorySpec.Settings;
import io.quantloom.engine.training.configuration.FactorySpec.Study;
import io.quantloom.engine.training.configuration.FactorySpec.Trading;
import io.quantloom.engine.tuning.SearchParameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a factory configuration (contracts.md, Factory configuration) strictly: whatever is unknown, of the wrong type or
 * impossible is found before anything runs, all of it at once. What is left out has the value shown there; only
 * {@code name} and {@code symbols} are required.
 *
 * <p>Keys left out of {@code study.search} keep their part of the default space, and {@code threshold}, left out of a
 * {@code search} that is there, is {@code backtest.threshold}; {@code register.model} left out is the name, with
 * {@code -{symbol}} behind it for several symbols.
 */
public final class FactoryFile {

    /** The seed when nobody says one. */
    public static final long DEFAULT_SEED = 42;

    private static final String ALL = "all";
    private static final String[] CLASS_WEIGHTS = {"none", "balanced"};
    private static final Set<String> BASELINES =
            Set.of(MajorityLearner.NAME, PersistenceLearner.NAME, RandomLearner.NAME);
    private final Learners learners;
    private final FeatureSets sets;

    /** Takes the catalog that names of learners are looked up in; feature sets are the built-in ones. */
    public FactoryFile(Learners learners) {
        this(learners, FeatureSets.builtIn());
    }

    /** Takes the catalogs that names of learners and feature sets are looked up in. */
    public FactoryFile(Learners learners, FeatureSets sets) {
        this.learners = learners;
        this.sets = sets;
    }

    /**
     * Reads the text.
     *
     * @param file its name, for failures
     * @param seed in place of the one in the text
     * @return PARSING or INVALID as {@link YamlText#read} says
     */
    public Outcome<FactorySpec> read(String file, String text, OptionalLong seed) {
        return YamlText.read(file, text, root -> spec(root, text))
                .map(spec -> seed.isPresent() ? spec.withSeed(seed.getAsLong()) : spec);
    }

    private FactorySpec spec(Section root, String text) {
        String name = root.required("name", name("a name of 1 to 100 letters, digits and . _ -"));
        List<Symbol> symbols = symbols(root);
        Series series = series(root.section("data"));
        String features = features(root);
        LabelDefinition label = label(root);
        List<String> chosen = learners(root);
        Section windows = root.section("validation");
        Validation validation = ValidationSection.read(windows);
        Optional<PurgedKFold> nested = ValidationSection.nested(windows, validation);
        Trading trading = TradingSection.read(root.section("backtest"), label);
        Settings settings = settings(root);
        Study study = StudySection.read(
                root.section("study"),
                trading.rule(),
                searchable(chosen, label, trading.rule()),
                new FeatureSearch(sets, features),
                settings);
        checkWindows(root, validation, study);
        List<Gate> gates = gates(root, nested.isPresent());
        Registration registration = registration(root, name, symbols, label);
        Research research = ResearchSection.read(root, settings, gates, nested);
        long seed = root.optional("seed", Kind.seed(), DEFAULT_SEED);
        return new FactorySpec(
                name,
                symbols,
                series,
                standard(features, study),
                label,
                chosen,
                validation,
                study,
                trading,
                gates,
                registration,
                research,
                seed,
                text);
    }

    private static List<Gate> gates(Section root, boolean isNested) {
        List<Gate> gates = GateReader.ofModels(root);
        if (!isNested && gates.stream().anyMatch(gate -> gate.basis() == Gate.Basis.NESTED)) {
            root.finding("gates", "validation.nested beside a gate on nested", "none");
        }
        return gates;
    }

    private static Series series(Section data) {
        return new Series(
                data.find("timeframe", timeframe()), data.list("source", Kind.text()), data.list("quote", Kind.text()));
    }

    private static Settings settings(Section root) {
        return new Settings(
                root.optional("settings", Kind.oneOf(Map.of("library", true), false), false),
                root.optional("class_weight", words(CLASS_WEIGHTS, word -> word), CLASS_WEIGHTS[0])
                        .equals(CLASS_WEIGHTS[1]));
    }

    /** A trend goes before the label's own class: so one file serves both. */
    private static LabelDefinition label(Section root) {
        LabelDefinition label = LabelReader.read(root.section("label"));
        Optional<Trend> trend = root.find("trend", words(Trend.values(), Trend::text));
        if (trend.isEmpty()) {
            return label;
        }
        Direction direction = trend.get() == Trend.UPTREND ? Direction.UP : Direction.DOWN;
        return switch (label) {
            case SmaTrend sma -> new SmaTrend(sma.window(), sma.horizon(), sma.change(), direction);
            case ForwardReturn forward ->
                new ForwardReturn(forward.horizon(), forward.cost(), forward.entry(), direction);
            case TripleBarrier _, MetaLabel _ -> {
                if (label.side() != direction.side()) {
                    root.finding(
                            "trend",
                            "a label that has this trend: type sma-trend or forward-return",
                            trend.get() + " with the label " + label.text());
                }
                yield label;
            }
        };
    }

    private static List<Symbol> symbols(Section root) {
        Kind<Symbol> kind = new Kind<>(
                "a symbol of 1 to 40 letters, digits and . _ - / : = ^",
                text -> Optional.of(text).filter(Symbol::isValid).map(Symbol::new),
                new Symbol("X"));
        List<Symbol> symbols = root.list("symbols", kind);
        if (symbols.isEmpty()) {
            root.finding("symbols", "at least one symbol", "none");
        } else if (new HashSet<>(symbols).size() < symbols.size()) {
            root.finding("symbols", "each symbol once", "one twice");
        }
        return symbols;
    }

    private String features(Section root) {
        if (!root.isList("features")) {
            String name = root.optional("features", Kind.text(), "alpha19");
            Outcome<String> found = sets.named(name).map(FeatureSet::name);
            require(root, "features", found);
            return found instanceof Outcome.Success<String>(var known) ? known : name;
        }
        Outcome<String> columns =
                FeatureSets.ofColumns(root.list("features", Kind.text())).map(set -> set.name());
        require(root, "features", columns);
        return columns instanceof Outcome.Success<String>(var name) ? name : "alpha19";
    }

    /** What is searched goes before what stands beside it. */
    private static String standard(String features, Study study) {
        List<String> searched = FeatureSearch.sets(study.space());
        return searched.isEmpty() || searched.contains(features) ? features : searched.getFirst();
    }

    // Windows that are cut by samples begin where the first complete row is, which is another bar for each set.
    private static void checkWindows(Section root, Validation validation, Study study) {
        boolean isSearched = study.space().dimensions().stream()
                .anyMatch(dimension -> FeatureSearch.isOfFeatures(dimension.name()) && !dimension.isSingle());
        if (isSearched && !(validation instanceof WalkForward || validation instanceof Holdout)) {
            root.finding(
                    "validation",
                    "walk-forward or holdout, whose windows are the same for all features that are searched",
                    validation.text());
        }
    }

    private List<String> learners(Section root) {
        List<String> named = root.list("learners", Kind.text());
        if (named.isEmpty()) {
            if (root.has("learners")) {
                root.finding("learners", "at least one learner", "none");
            }
            return List.of("xgboost");
        }
        if (named.equals(List.of(ALL))) {
            return candidates();
        }
        require(root, "learners", learners.named(named));
        if (new HashSet<>(named).size() < named.size()) {
            root.finding("learners", "each learner once", "one twice");
        }
        return named;
    }

    // Baselines are what candidates are compared with.
    private List<String> candidates() {
        return learners.names().stream()
                .filter(name -> !BASELINES.contains(name))
                .toList();
    }

    private List<String> searchable(List<String> chosen, LabelDefinition label, DecisionRule rule) {
        return Stream.concat(searched(chosen).stream(), LabelSearch.parameters(label, rule).stream())
                .toList();
    }

    private List<String> searched(List<String> chosen) {
        return learners.named(chosen.stream().filter(learners.names()::contains).toList())
                .map(all -> all.stream()
                        .map(Learner::parameters)
                        .flatMap(List::stream)
                        .filter(parameter -> SearchParameter.parse(parameter).isPresent())
                        .distinct()
                        .toList())
                .orThrow();
    }

    private static Registration registration(Section root, String name, List<Symbol> symbols, LabelDefinition label) {
        Section register = root.section("register");
        String standard = symbols.size() > 1 ? name + "-" + Registration.SYMBOL : name;
        var registration = new Registration(
                register.optional("model", Kind.text(), standard),
                register.optional(
                        "alias",
                        new Kind<>(
                                "an alias of letters, but not Previous, which only follows Champion",
                                text -> Optional.of(text)
                                        .filter(alias -> alias.matches("[A-Za-z]{1,40}"))
                                        .filter(alias -> !alias.equals(Alias.PREVIOUS)),
                                Alias.CHALLENGER),
                        Alias.CHALLENGER));
        String trend = label.side() < 0 ? Trend.DOWNTREND.text() : Trend.UPTREND.text();
        List<String> models = symbols.stream()
                .map(registration::model)
                .map(model -> model.replace(Registration.TREND, trend))
                .toList();
        if (symbols.size() > 1 && !registration.template().contains(Registration.SYMBOL)) {
            register.finding(
                    "model", "a name with {symbol} in it for several symbols", "'" + registration.template() + "'");
        } else if (new HashSet<>(models).size() < models.size()) {
            register.finding("model", "another model for each symbol", String.join(", ", models));
        } else if (!models.stream().allMatch(Registration::isName)) {
            register.finding("model", "letters, digits and . _ - beside {symbol}", "'" + registration.template() + "'");
        }
        return registration;
    }

    /** {@return a length such as {@code 365d}, {@code 12h}, {@code 2w}} */
    static Kind<Duration> length() {
        return new Kind<>(
                "a length such as 365d or 12h",
                text -> Timeframe.parse(text).map(Timeframe::length),
                Duration.ofDays(1));
    }

    /** {@return one of the constants by its word, listed in their order when it is wrong} */
    static <T> Kind<T> words(T[] constants, Function<T, String> word) {
        return Kind.oneOf(
                Arrays.stream(constants)
                        .collect(Collectors.toMap(word, Function.identity(), (first, _) -> first, LinkedHashMap::new)),
                constants[0]);
    }

    private static Kind<String> name(String expected) {
        return new Kind<>(expected, text -> Optional.of(text).filter(Registration::isName), "x");
    }

    private static Kind<Timeframe> timeframe() {
        return new Kind<>("a timeframe such as 15m, 1h or 1d", Timeframe::parse, Timeframe.HOUR);
    }

    private static void require(Section section, String key, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var failure)) {
            section.finding(key, failure.expected(), failure.found());
        }
    }
}
