package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of where the aliases stand and what is asked. */
class AliasTransitionsTest {

    private static final String MODEL = "btc";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final RegistryStore store = new InMemoryRegistryStore();
    private final Events events = new Events();
    private final List<Transition> told = new ArrayList<>();

    // Versions 1, 2 and 3 have passed their gates, 4 has failed one, 5 never met any.
    // Aliases: C Champion, P Previous, H Challenger, N Nightly (a free name).
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'',      promote 3 Champion,   PROMOTED,       C3",
        "'',      promote 3 Challenger, PROMOTED,       H3",
        "'',      promote 3 Previous,   NOT_APPLICABLE, ''",
        "'',      promote 4 Champion,   REFUSED,        ''",
        "'',      promote 4 Challenger, REFUSED,        ''",
        "'',      promote 4 Nightly,    PROMOTED,       N4",
        "'',      promote 5 Champion,   REFUSED,        ''",
        "'',      promote 5 Challenger, REFUSED,        ''",
        "'',      promote 9 Champion,   MISSING_DATA,   ''",
        "'',      roll back,            NOT_APPLICABLE, ''",
        "'',      retire Champion,      NOT_APPLICABLE, ''",
        "'',      retire Challenger,    NOT_APPLICABLE, ''",
        "'',      retire Previous,      NOT_APPLICABLE, ''",
        "C1,      promote 3 Champion,   PROMOTED,       C3 P1",
        "C1,      promote 1 Champion,   NOT_APPLICABLE, C1",
        "C1,      promote 3 Challenger, PROMOTED,       C1 H3",
        "C1,      promote 1 Challenger, PROMOTED,       C1 H1",
        "C1,      promote 3 Previous,   NOT_APPLICABLE, C1",
        "C1,      promote 4 Champion,   REFUSED,        C1",
        "C1,      promote 4 Challenger, REFUSED,        C1",
        "C1,      promote 5 Champion,   REFUSED,        C1",
        "C1,      roll back,            NOT_APPLICABLE, C1",
        "C1,      retire Champion,      RETIRED,        ''",
        "C1,      retire Challenger,    NOT_APPLICABLE, C1",
        "C1,      retire Previous,      NOT_APPLICABLE, C1",
        "C2 P1,   promote 3 Champion,   PROMOTED,       C3 P2",
        "C2 P1,   promote 1 Champion,   PROMOTED,       C1 P2",
        "C2 P1,   promote 3 Challenger, PROMOTED,       C2 H3 P1",
        "C2 P1,   promote 4 Champion,   REFUSED,        C2 P1",
        "C2 P1,   promote 5 Challenger, REFUSED,        C2 P1",
        "C2 P1,   promote 3 Previous,   NOT_APPLICABLE, C2 P1",
        "C2 P1,   roll back,            ROLLED_BACK,    C1 P2",
        "C2 P1,   retire Champion,      RETIRED,        P1",
        "C2 P1,   retire Previous,      RETIRED,        C2",
        "C2 P1,   retire Challenger,    NOT_APPLICABLE, C2 P1",
        "P1,      promote 3 Champion,   PROMOTED,       C3 P1",
        "P1,      promote 3 Challenger, PROMOTED,       H3 P1",
        "P1,      promote 4 Champion,   REFUSED,        P1",
        "P1,      roll back,            ROLLED_BACK,    C1",
        "P1,      retire Champion,      NOT_APPLICABLE, P1",
        "P1,      retire Previous,      RETIRED,        ''",
        "H2,      promote 2 Champion,   PROMOTED,       C2 H2",
        "H2,      promote 3 Challenger, PROMOTED,       H3",
        "H2,      promote 2 Challenger, NOT_APPLICABLE, H2",
        "H2,      promote 5 Challenger, REFUSED,        H2",
        "H2,      roll back,            NOT_APPLICABLE, H2",
        "H2,      retire Challenger,    RETIRED,        ''",
        "C1 H2,   promote 2 Champion,   PROMOTED,       C2 H2 P1",
        "C1 H2,   promote 4 Champion,   REFUSED,        C1 H2",
        "C1 H2,   retire Challenger,    RETIRED,        C1",
        "C1 H2,   retire Champion,      RETIRED,        H2",
        "C1 N4,   promote 3 Nightly,    PROMOTED,       C1 N3",
        "C1 N4,   retire Nightly,       RETIRED,        C1",
    })
    void movesWhatTheTableSays(String before, String event, String end, String after) {
        given(before);

        Outcome<Transition> outcome = ask(event);

        String found = outcome instanceof Outcome.Failed<Transition>(var failure)
                ? failure.reason().name()
                : outcome.orThrow().kind().name();
        assertThat(found).isEqualTo(end);
        assertThat(aliases()).isEqualTo(after);
        if (outcome instanceof Outcome.Success<Transition>(var transition)) {
            assertThat(store.history(MODEL).getFirst()).isEqualTo(transition);
            assertThat(told).containsExactly(transition);
            assertThat(transition.reason()).isNotBlank();
        } else {
            assertThat(told).isEmpty();
        }
    }

    @Test
    void tellsWhyAGateRefused() {
        given("");

        assertThat(ask("promote 4 Champion").orThrow().reason()).isEqualTo("sharpe_ratio 0.5 is not ≥ 1.0");
        assertThat(ask("promote 5 Champion").orThrow().reason()).isEqualTo("gates were not run on version 5");
    }

    @Test
    void leavesOneUnbrokenHistoryWhenManyPromoteAtOnce() {
        given("");
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                int version = 1 + i % 3;
                pool.execute(() -> promote().run(MODEL, version, Alias.CHAMPION, "race", "cli"));
            }
        }

        List<Transition> moves = store.history(MODEL).reversed();
        OptionalInt champion = OptionalInt.empty();
        for (Transition move : moves) {
            assertThat(move.from()).isEqualTo(champion);
            champion = move.to();
        }
        RegisteredModel model = store.model(MODEL).orElseThrow();
        assertThat(model.version(Alias.CHAMPION)).isEqualTo(champion);
        assertThat(model.version(Alias.PREVIOUS)).isEqualTo(moves.getLast().from());
    }

    @Test
    void secondRollbackUndoesTheFirst() {
        given("C2 P1");

        ask("roll back").orThrow();
        ask("roll back").orThrow();

        assertThat(aliases()).isEqualTo("C2 P1");
    }

    @Test
    void namesWhatThereIsWhenTheNameIsUnknown() {
        given("C1");

        assertThat(sentence(promote().run("eth", 1, Alias.CHAMPION, "why", "cli")))
                .isEqualTo("expected a registered model eth, found only the models btc (registry); "
                        + "check the name or train the model first");
        assertThat(sentence(promote().run(MODEL, 9, Alias.CHAMPION, "why", "cli")))
                .isEqualTo("expected a version 9 of btc, found only the versions 5, 4, 3, 2, 1 (registry); "
                        + "name one of these");
    }

    @Test
    void wantsAReasonAndAnAlias() {
        given("C2 P1");

        assertThat(sentence(promote().run(MODEL, 3, Alias.CHAMPION, " ", "cli")))
                .contains("a reason");
        assertThat(sentence(promote().run(MODEL, 3, "not an alias", "why", "cli")))
                .contains("'not an alias'");
        assertThat(sentence(new RollBackModel(store, events, CLOCK).run(MODEL, "", "cli")))
                .contains("a reason");
        assertThat(sentence(new RetireAlias(store, events, CLOCK).run(MODEL, Alias.CHAMPION, "", "cli")))
                .contains("a reason");
        assertThat(aliases()).isEqualTo("C2 P1");
    }

    private void given(String aliases) {
        GateResult good = SomeVersions.sharpe(1.5);
        store.register(MODEL, n -> SomeVersions.version(MODEL, n, good));
        store.register(MODEL, n -> SomeVersions.version(MODEL, n, good));
        store.register(MODEL, n -> SomeVersions.version(MODEL, n, good));
        store.register(MODEL, n -> SomeVersions.version(MODEL, n, good, SomeVersions.sharpe(0.5)));
        store.register(MODEL, n -> SomeVersions.version(MODEL, n));
        for (String alias : aliases.isEmpty() ? List.<String>of() : List.of(aliases.split(" ", -1))) {
            int version = alias.charAt(1) - '0';
            String name = name(alias.charAt(0));
            var set = new Transition(
                    MODEL,
                    name,
                    OptionalInt.empty(),
                    OptionalInt.of(version),
                    Transition.Kind.PROMOTED,
                    "test",
                    "given",
                    List.of(),
                    CLOCK.instant());
            store.apply(set, Map.of(name, OptionalInt.of(version))).orThrow();
        }
        events.subscribe(Transition.class, told::add);
    }

    private Outcome<Transition> ask(String event) {
        String[] words = event.split(" ", -1);
        return switch (words[0]) {
            case "promote" -> promote().run(MODEL, Integer.parseInt(words[1]), words[2], "better", "cli");
            case "roll" -> new RollBackModel(store, events, CLOCK).run(MODEL, "worse than before", "cli");
            default -> new RetireAlias(store, events, CLOCK).run(MODEL, words[1], "too old", "cli");
        };
    }

    private PromoteModel promote() {
        return new PromoteModel(store, events, CLOCK);
    }

    private String aliases() {
        SortedMap<String, Integer> set = store.model(MODEL).orElseThrow().aliases();
        return Stream.of('C', 'H', 'N', 'P')
                .filter(letter -> set.containsKey(name(letter)))
                .map(letter -> "" + letter + set.get(name(letter)))
                .collect(Collectors.joining(" "));
    }

    private static String name(char letter) {
        return switch (letter) {
            case 'C' -> Alias.CHAMPION;
            case 'P' -> Alias.PREVIOUS;
            case 'H' -> Alias.CHALLENGER;
            default -> "Nightly";
        };
    }

    private static String sentence(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
