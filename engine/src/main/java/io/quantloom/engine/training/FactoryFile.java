package io.quantloom.engine.training;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.WalkForward;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateReader;
import io.quantloom.engine.training.FactorySpec.Registration;
import io.quantloom.engine.training.FactorySpec.Series;
import io.quantloom.engine.training.FactorySpec.Study;
import io.quantloom.engine.training.FactorySpec.Trading;
import io.quantloom.engine.tuning.SearchParameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a factory configuration (contracts.md, Factory configuration) strictly: whatever is unknown, of the wrong type or
 * impossible is found before anything runs, all of it at once. What is left out has the value shown there; only
 * {@code name} and {@code symbols} are required.
 *
 * <p>Beyond the contract's text: keys left out of {@code study.search} keep their part of the default space, and {@code threshold}, left out of a
 * {@code search} that is there, is {@code backtest.threshold}; {@code register.model} left out is the name, with
 * {@code -{symbol}} behind it for several symbols.
 */
public final class FactoryFile {

    /** The seed when nobody says one. */
    public static final long DEFAULT_SEED = 42;

    private static final int MOST_BARS = 100_000;
    private static final String ALL = "all";
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
        Section data = root.section("data");
        var series = new Series(data.find("timeframe", timeframe()), data.find("source", Kind.text()));
        String features = features(root);
        TripleBarrier label = label(root.section("label"));
        List<String> chosen = learners(root);
        WalkForward validation = validation(root.section("validation"));
        Section backtest = root.section("backtest");
        Trading trading = TradingSection.read(backtest, label);
        Study study =
                StudySection.read(root.section("study"), trading.rule(), searchable(chosen, label, trading.rule()));
        List<Gate> gates = GateReader.ofModels(root);
        Registration registration = registration(root, name, symbols);
        long seed = root.optional("seed", Kind.seed(), DEFAULT_SEED);
        return new FactorySpec(
                name,
                symbols,
                series,
                features,
                label,
                chosen,
                validation,
                study,
                trading,
                gates,
                registration,
                seed,
                text);
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

    private static TripleBarrier label(Section label) {
        label.optional("type", Kind.oneOf(Map.of("triple-barrier", true), true), true);
        OptionalDouble cusum = OptionalDouble.empty();
        if (label.isSection("events")) {
            cusum = OptionalDouble.of(label.section("events").required("cusum", Kind.positive()));
        } else {
            label.optional("events", Kind.oneOf(Map.of(ALL, true), true), true);
        }
        return new TripleBarrier(
                label.optional("take_profit", Kind.positive(), 4.0),
                label.optional("stop_loss", Kind.positive(), 4.0),
                label.optional("horizon", Kind.whole(1, MOST_BARS), 24),
                label.optional("volatility_span", Kind.whole(2, MOST_BARS), 100),
                cusum,
                label.optional(
                        "entry",
                        words(TripleBarrier.Entry.values(), TripleBarrier.Entry::text),
                        TripleBarrier.Entry.NEXT_OPEN),
                label.optional(
                        "touch",
                        words(TripleBarrier.Touch.values(), TripleBarrier.Touch::text),
                        TripleBarrier.Touch.HIGH_LOW),
                label.optional(
                        "vertical",
                        words(TripleBarrier.Vertical.values(), TripleBarrier.Vertical::text),
                        TripleBarrier.Vertical.SIGN));
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

    // Baselines are what candidates are compared with; they have nothing to search.
    private List<String> candidates() {
        return learners.names().stream()
                .filter(name -> !searched(List.of(name)).isEmpty())
                .toList();
    }

    private List<String> searchable(List<String> chosen, TripleBarrier label, DecisionRule rule) {
        return Stream.concat(searched(chosen).stream(), LabelVariants.parameters(label, rule).stream())
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

    private static WalkForward validation(Section validation) {
        validation.optional("type", Kind.oneOf(Map.of("walk-forward", true), true), true);
        return new WalkForward(
                validation.optional("train", length(), Duration.ofDays(365)),
                validation.optional("test", length(), Duration.ofDays(90)),
                validation.optional(
                        "mode", words(WalkForward.Mode.values(), WalkForward.Mode::text), WalkForward.Mode.ROLLING),
                validation.optional("embargo", Kind.whole(0, MOST_BARS), 24));
    }

    private static Registration registration(Section root, String name, List<Symbol> symbols) {
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
        List<String> models = symbols.stream().map(registration::model).toList();
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
