package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.journal.Journal;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegistryStoreContract;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes back to an older state, as after a power cut; the journal does not. */
class JournaledFactsTest {

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path elsewhere = Path.of("");

    private void keepDatabase() throws IOException {
        Files.copy(Database.file(folder), elsewhere.resolve("kept"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void bringBackDatabase() throws IOException {
        Files.copy(elsewhere.resolve("kept"), Database.file(folder), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Transition promotion(int from, int to) {
        return new Transition(
                "btc",
                Alias.CHAMPION,
                from == 0 ? OptionalInt.empty() : OptionalInt.of(from),
                OptionalInt.of(to),
                Transition.Kind.PROMOTED,
                "cli",
                "better",
                List.of(),
                TestWorkspace.NOW);
    }

    private static void promote(H2Workspace workspace, int from, int to) {
        workspace
                .registry()
                .apply(promotion(from, to), Map.of(Alias.CHAMPION, OptionalInt.of(to)))
                .orThrow();
    }

    @Test
    void makesUpForTransitionsTheDatabaseHasLost() throws IOException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            promote(workspace, 0, 1);
        }
        keepDatabase();
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            promote(workspace, 1, 2);
            workspace
                    .registry()
                    .apply(
                            new Transition(
                                    "btc",
                                    Alias.CHALLENGER,
                                    OptionalInt.empty(),
                                    OptionalInt.of(1),
                                    Transition.Kind.REFUSED,
                                    "cli",
                                    "worse",
                                    List.of(),
                                    TestWorkspace.NOW),
                            Map.of())
                    .orThrow();
        }
        bringBackDatabase();

        for (int opening = 0; opening < 2; opening++) {
            try (H2Workspace workspace = TestWorkspace.open(folder)) {
                assertThat(workspace.registry().versions("btc"))
                        .containsExactly(
                                RegistryStoreContract.modelVersion("btc", 2),
                                RegistryStoreContract.modelVersion("btc", 1));
                assertThat(workspace.registry().model("btc").orElseThrow().aliases())
                        .containsExactly(Map.entry(Alias.CHAMPION, 2));
                assertThat(workspace.registry().history("btc"))
                        .extracting(Transition::reason)
                        .containsExactly("worse", "better", "better");
            }
        }
    }

    @Test
    void makesUpForFillsAndTheStepsBetweenThem() throws IOException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bots().begin(BotStoreContract.modelBot("b", BotRecord.State.RUNNING));
        }
        keepDatabase();
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            for (int i = 0; i < 6; i++) {
                workspace.bots().append(BotStoreContract.step("b", i));
            }
            assertThat(workspace.bots().stepCount("b")).isEqualTo(6);
        }
        bringBackDatabase();

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.bots().steps("b", 0))
                    .isEqualTo(Stream.of(0, 1, 2, 3, 4, 5)
                            .map(i -> BotStoreContract.step("b", i))
                            .toList());
        }
    }

    @Test
    void makesUpForASessionThatBegan() throws IOException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bots().begin(BotStoreContract.ruleBot("b"));
            workspace.bots().append(BotStoreContract.step("b", 0));
            workspace.bots().append(BotStoreContract.step("b", 1));
        }
        keepDatabase();
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.bots().begin(BotStoreContract.modelBot("b", BotRecord.State.RUNNING));
            workspace.bots().begin(BotStoreContract.modelBot("c", BotRecord.State.RUNNING));
        }
        bringBackDatabase();

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.bots().stepCount("b")).isZero();
            assertThat(workspace.bots().bot("b")).contains(BotStoreContract.modelBot("b", BotRecord.State.RUNNING));
            assertThat(workspace.bots().bot("c")).isPresent();
        }
    }

    @Test
    void makesUpForEverythingWhenTheDatabaseIsGone() throws IOException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            promote(workspace, 0, 1);
            workspace.journal().append("of-nobody-here", "{}");
            workspace.bots().begin(BotStoreContract.ruleBot("b"));
            workspace.bots().append(BotStoreContract.step("b", 0));
            workspace.bots().append(BotStoreContract.step("b", 1));
        }
        Files.delete(Database.file(folder));

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.registry().history("btc")).hasSize(1);
            assertThat(workspace.bots().stepCount("b")).isEqualTo(2);
        }
    }

    @Test
    void countsOnWhenTheJournalIsGone() throws IOException {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            promote(workspace, 0, 1);
        }
        Files.delete(folder.resolve("journal/0000000000000001.log"));

        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            workspace.registry().register("btc", number -> RegistryStoreContract.modelVersion("btc", number));
            promote(workspace, 1, 2);
            assertThat(workspace.journal().after(0))
                    .extracting(Journal.Entry::sequence)
                    .containsExactly(3L, 4L);
        }
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(workspace.registry().history("btc")).hasSize(2);
        }
    }
}
