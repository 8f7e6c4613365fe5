package io.quantloom.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One workspace, several processes, one of them killed: what was reported is there, and work goes on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TwoProcessesTest {
    private static final int ENDLESS = 100_000;
    private static final int SOME = 240;
    private static final Pattern TOLD = Pattern.compile("trial ([0-9]+) of");

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aWorkspaceWithALongFactoryConfiguration() throws IOException {
        shell = new Shell(folder, Application::open);
        try (var application = Application.open(folder).orThrow()) {
            SmallMarket.save(application.stores().bars());
        }
        Files.writeString(
                folder.resolve("long.yaml"), SmallMarket.factory(SmallMarket.FIRST, ENDLESS, SmallMarket.LENIENT));
        Files.writeString(
                folder.resolve("short.yaml"), SmallMarket.factory(SmallMarket.FIRST, SOME, SmallMarket.LENIENT));
    }

    @Test
    void theOthersCommandsRunInTheProcessThatHoldsTheWorkspace() throws Exception {
        try (var holder = ChildProcess.start(folder, "factory", "run", "long.yaml")) {
            holder.awaitErr(" · tune · ");

            JsonNode checks = shell.json("doctor").json().path("checks");
            assertThat(checks.toString()).contains("held by process " + holder.pid());
            String run = shell.json("factory", "list").json().at("/runs/0/run").asText();
            assertThat(shell.run("registry", "show", "none").exit()).isEqualTo(1);
            assertThat(shell.run("nonsense").exit()).isEqualTo(2);

            assertThat(shell.run("factory", "cancel", run).exit()).isZero();

            assertThat(holder.await()).isEqualTo(130);
            assertThat(holder.err()).contains("factory resume " + run);
        }
        assertThat(shell.json("factory", "list")
                        .json()
                        .at("/runs/0/symbols/0/status")
                        .asText())
                .isEqualTo("canceled");
    }

    @Test
    void ctrlCCancelsTheWorkAndKeepsWhatWasDone() throws Exception {
        try (var holder = ChildProcess.start(folder, "factory", "run", "long.yaml", "--json")) {
            holder.awaitErr(" · tune · ");

            holder.interrupt();
            holder.await();

            JsonNode said = new ObjectMapper().readTree(holder.out());
            assertThat(said.at("/symbols/0/status").asText()).isEqualTo("canceled");
            assertThat(holder.err()).contains("canceled; continue with quantloom factory resume");
            JsonNode kept =
                    shell.json("factory", "show", said.path("run").asText()).json();
            assertThat(kept).isEqualTo(said);
        }
    }

    @Test
    void aKilledFactoryRunLosesNothingAndIsResumedToTheSameResult(@TempDir Path undisturbed) throws Exception {
        int told;
        try (var victim = ChildProcess.start(folder, "factory", "run", "short.yaml")) {
            victim.awaitErr(" · tune · ");
            victim.kill();
            Matcher trial = TOLD.matcher(victim.err());
            assertThat(trial.find()).isTrue();
            told = Integer.parseInt(trial.group(1));
        }
        String run = shell.json("factory", "list").json().at("/runs/0/run").asText();
        JsonNode counts = shell.json("workspace", "info").json().path("counts");
        // The trial that is told may be under way, with one beside it.
        assertThat(counts.path("trials").asInt()).isGreaterThanOrEqualTo(told - 2);
        assertThat(shell.json("runs", "search", "small", "--filter", "attributes.status = 'RUNNING'")
                        .json()
                        .path("runs"))
                .isEmpty();

        JsonNode resumed = shell.json("factory", "resume", run).json();

        assertThat(resumed.at("/symbols/0/trials").asInt()).isEqualTo(SOME);
        assertThat(decided(resumed)).isEqualTo(decided(uninterrupted(undisturbed)));
    }

    private JsonNode uninterrupted(Path other) throws IOException {
        try (var application = Application.open(other).orThrow()) {
            SmallMarket.save(application.stores().bars());
        }
        Files.copy(folder.resolve("short.yaml"), other.resolve("short.yaml"));
        return new Shell(other, Application::open)
                .json("factory", "run", "short.yaml")
                .json();
    }

    /** What does not depend on names and clocks. */
    private static String decided(JsonNode report) {
        var text = new StringBuilder();
        for (JsonNode symbol : report.path("symbols")) {
            text.append(symbol.path("symbol"))
                    .append(symbol.path("status"))
                    .append(symbol.path("trials"))
                    .append(symbol.path("best"))
                    .append(symbol.path("metrics"))
                    .append(symbol.path("gates"))
                    .append(symbol.path("registered"))
                    .append('\n');
        }
        return text.toString();
    }
}
