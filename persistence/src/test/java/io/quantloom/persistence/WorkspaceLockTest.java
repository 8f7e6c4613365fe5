package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {

    @TempDir
    private Path folder = Path.of("");

    private static Failure failure(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure();
    }

    @Test
    void namesTheHolderWithinTheProcess() throws Exception {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            Failure failure = failure(TestWorkspace.tryOpen(folder));

            assertThat(failure.reason()).isEqualTo(Failure.Reason.CONFLICT);
            assertThat(failure.sentence())
                    .contains("process " + ProcessHandle.current().pid() + " since 2026-11-21T10:00:00Z");
            assertThat(workspace.runs().experiments()).isEmpty();
            assertThat(Files.readString(folder.resolve("workspace.lock")))
                    .isEqualTo("process " + ProcessHandle.current().pid() + " since 2026-11-21T10:00:00Z\n");
        }
    }

    @Test
    void isFreeAfterClosing() {
        TestWorkspace.open(folder).close();

        TestWorkspace.open(folder).close();
    }

    @Test
    void closingAgainDoesNotFreeTheFolderOfTheNext() {
        H2Workspace first = TestWorkspace.open(folder);
        first.close();
        try (H2Workspace second = TestWorkspace.open(folder)) {
            first.close();

            assertThat(failure(TestWorkspace.tryOpen(folder)).reason()).isEqualTo(Failure.Reason.CONFLICT);
            assertThat(second.runs().experiments()).isEmpty();
        }
    }

    @Test
    void saysThatTheFolderIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Failure failure = failure(TestWorkspace.tryOpen(file));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.UNAVAILABLE);
        assertThat(failure.sentence()).contains("a file at " + file, "--workspace");
    }

    @Test
    void knowsAFolderByAnyOfItsPaths() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        try (H2Workspace workspace = TestWorkspace.open(folder.resolve("real"))) {
            assertThat(workspace.folder()).isEqualTo(folder.resolve("real").toRealPath());
            assertThat(failure(TestWorkspace.tryOpen(link)).reason()).isEqualTo(Failure.Reason.CONFLICT);
        }
    }

    @Test
    void namesAnotherProcessAndIsFreeWhenThatIsKilled() throws Exception {
        Process holder = StoreChild.start("", "hold", folder);
        try (BufferedReader lines = StoreChild.lines(holder)) {
            assertThat(lines.readLine()).isEqualTo("open");

            Failure failure = failure(TestWorkspace.tryOpen(folder));
            assertThat(failure.reason()).isEqualTo(Failure.Reason.CONFLICT);
            assertThat(failure.sentence()).contains("process " + holder.pid() + " since 20");
        } finally {
            holder.destroyForcibly().waitFor();
        }

        TestWorkspace.tryOpen(folder).orThrow().close();
    }

    @Test
    void isStillHeldAfterSomebodyOfTheSameProcessWasRefused() throws Exception {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            assertThat(failure(TestWorkspace.tryOpen(folder)).reason()).isEqualTo(Failure.Reason.CONFLICT);

            Process other = StoreChild.start("", "hold", folder);
            try (BufferedReader lines = StoreChild.lines(other)) {
                assertThat(lines.readLine()).startsWith("refused CONFLICT");
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(workspace.runs().experiments()).isEmpty();
        }
    }

    @Test
    void exactlyOneOfManyOpenersWins() throws Exception {
        List<Callable<Outcome<H2Workspace>>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> TestWorkspace.tryOpen(folder));
        }

        List<Outcome<H2Workspace>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome<H2Workspace>> done : threads.invokeAll(work)) {
                outcomes.add(done.get());
            }
        }

        List<Outcome<H2Workspace>> won =
                outcomes.stream().filter(Outcome.Success.class::isInstance).toList();
        assertThat(won).hasSize(1);
        won.getFirst().orThrow().close();
    }

    @Test
    void exactlyOneOfTwoProcessesWins() throws Exception {
        Process first = StoreChild.start("", "hold", folder);
        Process second = StoreChild.start("", "hold", folder);
        try (BufferedReader ofFirst = StoreChild.lines(first);
                BufferedReader ofSecond = StoreChild.lines(second)) {
            List<String> said = List.of(ofFirst.readLine(), ofSecond.readLine());

            assertThat(said).filteredOn("open"::equals).hasSize(1);
            assertThat(said)
                    .filteredOn(line -> line.startsWith("refused CONFLICT"))
                    .hasSize(1);
        } finally {
            first.destroyForcibly().waitFor();
            second.destroyForcibly().waitFor();
        }
    }
}
