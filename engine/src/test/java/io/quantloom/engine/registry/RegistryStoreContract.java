package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.StrategyCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RegistryStore} does. */
public abstract class RegistryStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Gate SHARPE =
            new Gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1), OptionalDouble.empty());
    private static final Gate DRAWDOWN =
            new Gate("max_drawdown", Gate.Basis.WALK_FORWARD, OptionalDouble.empty(), OptionalDouble.of(0.25));

    private RegistryStore store;

    /** {@return a store without content} */
    protected abstract RegistryStore create();

    @BeforeEach
    final void createStore() {
        store = create();
    }

    /** {@return a version with a value in every part} */
    public static ModelVersion modelVersion(String model, int version) {
        return new ModelVersion(
                model,
                version,
                START.plusSeconds(version),
                new RunId("%032x".formatted(version)),
                card(),
                List.of(
                        SHARPE.check(OptionalDouble.of(1.25), ""),
                        DRAWDOWN.check(OptionalDouble.empty(), "the account was ruined")),
                new TreeMap<>(Map.of("sharpe_ratio", 0.1 + 0.2, "sortino_ratio", Double.NaN, "sqn", -0.0)),
                new TreeMap<>(Map.of("note", "it's \"good\"\n€")));
    }

    private static ModelCard card() {
        return new ModelCard(
                "xgboost",
                Hyperparameters.of(Map.of("eta", 0.05, "depth", 3L, "class", "up", "exact", true)),
                "alpha19",
                Sha256.ofText("features"),
                "triple-barrier 4 4 24",
                new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file"),
                Sha256.ofText("data"),
                Sha256.ofText("dataset"),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2021-01-01T00:00:00Z"),
                new DecisionRule(0.6, 0.5, true),
                Sha256.ofText("model"),
                Long.MIN_VALUE,
                new TreeMap<>(Map.of("jdk", "25", "xgboost4j", "2.1.4")));
    }

    /** {@return a version of a strategy without a model, with a value in every part} */
    public static ModelVersion strategyVersion(String model, int version) {
        return new ModelVersion(
                model,
                version,
                START.plusSeconds(version),
                new RunId("%032x".formatted(version)),
                new StrategyCard(
                        "sma-cross 10/20 long",
                        new TreeMap<>(Map.of("fast", "10", "note", "€")),
                        Sha256.ofText("spec"),
                        new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file"),
                        Sha256.ofText("data"),
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2021-01-01T00:00:00Z"),
                        Long.MAX_VALUE,
                        new TreeMap<>(Map.of("jdk", "25"))),
                List.of(SHARPE.check(OptionalDouble.of(1.25), "")),
                new TreeMap<>(Map.of("sharpe_ratio", 1.25)),
                new TreeMap<>(Map.of(RegisterStrategy.KIND, "strategy")));
    }

    private void register(String model, int versions) {
        for (int i = 0; i < versions; i++) {
            store.register(model, number -> modelVersion(model, number));
        }
    }

    private static OptionalInt at(int version) {
        return version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
    }

    private static Transition transition(Transition.Kind kind, String alias, int from, int to) {
        return new Transition(
                "btc",
                alias,
                at(from),
                at(to),
                kind,
                "cli",
                "it's better",
                List.of(SHARPE.check(OptionalDouble.of(1.25), ""), SHARPE.check(OptionalDouble.empty(), "no trades")),
                START);
    }

    private Outcome<Transition> promote(int from, int to) {
        return store.apply(
                transition(Transition.Kind.PROMOTED, Alias.CHAMPION, from, to), Map.of(Alias.CHAMPION, at(to)));
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.models()).isEmpty();
        assertThat(store.model("btc")).isEmpty();
        assertThat(store.versions("btc")).isEmpty();
        assertThat(store.version("btc", 1)).isEmpty();
        assertThat(store.history("btc")).isEmpty();
    }

    @Test
    void makesTheModelWithItsFirstVersion() {
        ModelVersion version = store.register("btc", number -> modelVersion("btc", number));

        assertThat(version).isEqualTo(modelVersion("btc", 1));
        assertThat(store.model("btc")).contains(new RegisteredModel("btc", START.plusSeconds(1), 1, new TreeMap<>()));
        assertThat(store.version("btc", 1)).contains(version);
    }

    @Test
    void countsVersionsFromOneForEachModel() {
        register("btc", 3);
        register("ada", 1);

        assertThat(store.versions("btc")).extracting(ModelVersion::version).containsExactly(3, 2, 1);
        assertThat(store.versions("ada")).extracting(ModelVersion::version).containsExactly(1);
        assertThat(store.models()).extracting(RegisteredModel::name).containsExactly("ada", "btc");
        assertThat(store.model("btc").orElseThrow().latestVersion()).isEqualTo(3);
        assertThat(store.model("btc").orElseThrow().created()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void keepsNothingWhenTheVersionCannotBeMade() {
        assertThatThrownBy(() -> store.register("btc", number -> {
                    throw new IllegalStateException("no model " + number);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.register("btc", number -> modelVersion("btc", number + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.register("btc", number -> modelVersion("ada", number)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.models()).isEmpty();
        register("btc", 1);
        assertThat(store.versions("btc")).hasSize(1);
    }

    @Test
    void movesSeveralAliasesInOneStep() {
        register("btc", 2);
        promote(0, 1).orThrow();
        Transition second = transition(Transition.Kind.PROMOTED, Alias.CHAMPION, 1, 2);

        assertThat(store.apply(second, Map.of(Alias.CHAMPION, at(2), Alias.PREVIOUS, at(1))))
                .isEqualTo(Outcome.success(second));

        RegisteredModel model = store.model("btc").orElseThrow();
        assertThat(model.aliases()).containsExactly(Map.entry(Alias.CHAMPION, 2), Map.entry(Alias.PREVIOUS, 1));
        assertThat(store.models()).containsExactly(model);
    }

    @Test
    void removesAnAlias() {
        register("btc", 1);
        promote(0, 1).orThrow();

        store.apply(
                        transition(Transition.Kind.RETIRED, Alias.CHAMPION, 1, 0),
                        Map.of(Alias.CHAMPION, OptionalInt.empty()))
                .orThrow();

        assertThat(store.model("btc").orElseThrow().aliases()).isEmpty();
        assertThat(store.history("btc")).hasSize(2);
    }

    @Test
    void keepsAStrategyWithoutAModel() {
        ModelVersion version = store.register("cross", number -> strategyVersion("cross", number));

        assertThat(store.version("cross", 1)).contains(version).contains(strategyVersion("cross", 1));
    }

    @Test
    void retiresAVersionWithAllItsAliases() {
        register("btc", 2);
        promote(0, 1).orThrow();
        store.apply(transition(Transition.Kind.PROMOTED, "Shadow", 0, 1), Map.of("Shadow", at(1)))
                .orThrow();
        store.apply(transition(Transition.Kind.PROMOTED, "Other", 0, 2), Map.of("Other", at(2)))
                .orThrow();
        Transition retirement = transition(Transition.Kind.RETIRED, "", 1, 0);

        assertThat(store.apply(retirement, Map.of(Alias.CHAMPION, at(0), "Shadow", at(0))))
                .isEqualTo(Outcome.success(retirement));

        assertThat(store.model("btc").orElseThrow().aliases()).containsExactly(Map.entry("Other", 2));
        assertThat(store.history("btc").getFirst()).isEqualTo(retirement);
        assertThat(store.version("btc", 1)).isPresent();
        assertThat(new FindModel(store).isRetired("btc", 1)).isTrue();
        assertThat(new FindModel(store).isRetired("btc", 2)).isFalse();
    }

    @Test
    void saysNoWhenTheAliasesOfTheRetiredVersionHaveMoved() {
        register("btc", 2);
        promote(0, 1).orThrow();
        Transition retirement = transition(Transition.Kind.RETIRED, "", 1, 0);

        assertThat(reason(store.apply(retirement, Map.of()))).isEqualTo(Failure.Reason.CONFLICT);
        assertThat(reason(store.apply(retirement, Map.of(Alias.CHAMPION, at(0), "Shadow", at(0)))))
                .isEqualTo(Failure.Reason.CONFLICT);
        assertThat(store.model("btc").orElseThrow().version(Alias.CHAMPION)).hasValue(1);
    }

    @Test
    void recordsARefusalAndMovesNothing() {
        register("btc", 2);
        promote(0, 1).orThrow();
        Transition refusal = transition(Transition.Kind.REFUSED, Alias.CHAMPION, 1, 2);

        assertThat(store.apply(refusal, Map.of())).isEqualTo(Outcome.success(refusal));

        assertThat(store.model("btc").orElseThrow().version(Alias.CHAMPION)).hasValue(1);
        assertThat(store.history("btc").getFirst()).isEqualTo(refusal);
    }

    @Test
    void givesTheHistoryNewestFirstEvenWithinOneInstant() {
        register("btc", 3);
        promote(0, 1).orThrow();
        promote(1, 2).orThrow();
        promote(2, 3).orThrow();

        assertThat(store.history("btc"))
                .extracting(Transition::to)
                .containsExactly(OptionalInt.of(3), OptionalInt.of(2), OptionalInt.of(1));
    }

    @Test
    void saysNoWhenTheAliasHasMovedAndRecordsNothing() {
        register("btc", 3);
        promote(0, 1).orThrow();

        assertThat(reason(promote(0, 2))).isEqualTo(Failure.Reason.CONFLICT);
        assertThat(reason(promote(3, 2))).isEqualTo(Failure.Reason.CONFLICT);
        assertThat(reason(store.apply(transition(Transition.Kind.REFUSED, Alias.CHAMPION, 2, 3), Map.of())))
                .isEqualTo(Failure.Reason.CONFLICT);

        assertThat(store.history("btc")).hasSize(1);
        assertThat(store.model("btc").orElseThrow().version(Alias.CHAMPION)).hasValue(1);
    }

    @Test
    void exactlyOneOfManyRacingPromotionsWins() throws Exception {
        register("btc", 9);
        List<Callable<Outcome<Transition>>> work = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            int version = i;
            work.add(() -> promote(0, version));
        }

        int won = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome<Transition>> done : threads.invokeAll(work)) {
                won += done.get() instanceof Outcome.Success ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(store.history("btc")).hasSize(1);
        assertThat(store.model("btc").orElseThrow().version(Alias.CHAMPION))
                .isEqualTo(store.history("btc").getFirst().to());
    }

    @Test
    void numbersVersionsOfManyThreadsWithoutGaps() throws Exception {
        List<Callable<ModelVersion>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            work.add(() -> store.register("btc", number -> modelVersion("btc", number)));
        }

        List<Integer> numbers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<ModelVersion> done : threads.invokeAll(work)) {
                numbers.add(done.get().version());
            }
        }

        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    }

    @Test
    void saysWhatIsNotRegistered() {
        assertThat(reason(promote(0, 1))).isEqualTo(Failure.Reason.MISSING_DATA);
        register("btc", 1);

        assertThat(reason(promote(0, 2))).isEqualTo(Failure.Reason.MISSING_DATA);

        assertThat(store.history("btc")).isEmpty();
    }

    @Test
    void refusesMovesThatAreNotTheTransitions() {
        register("btc", 2);

        assertThatThrownBy(() -> store.apply(transition(Transition.Kind.PROMOTED, Alias.CHAMPION, 0, 1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.apply(
                        transition(Transition.Kind.REFUSED, Alias.CHAMPION, 0, 1), Map.of(Alias.CHAMPION, at(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.history("btc")).isEmpty();
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }
}
