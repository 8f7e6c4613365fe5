package io.quantloom.app.cli.command.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;
    private Run weak;
    private Run strong;

    @BeforeEach
    void twoRuns() {
        shell = new Shell(folder, workspace);
        weak = run("weak", 0.5, "3");
        strong = run("strong", 1.5, "4");
    }

    @Test
    void listsExperimentsWithTheirCounts() {
        var experiments = shell.json("experiments", "list").json().path("experiments");

        assertThat(experiments).hasSize(1);
        assertThat(experiments.get(0).path("name").asText()).isEqualTo("btc");
        assertThat(experiments.get(0).path("runs").asInt()).isEqualTo(2);
    }

    @Test
    void searchesByMetric() {
        var runs = shell.json("runs", "search", "btc", "--filter", "metrics.sharpe_ratio > 1")
                .json()
                .path("runs");

        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).path("run").asText()).isEqualTo(strong.id().value());
        assertThat(runs.get(0).at("/metrics/sharpe_ratio").asDouble()).isEqualTo(1.5);
        assertThat(runs.get(0).path("started").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void ordersByMetric() {
        var runs = shell.json("runs", "search", "btc", "--order-by", "metrics.sharpe_ratio ASC")
                .json()
                .path("runs");

        assertThat(runs.get(0).path("run").asText()).isEqualTo(weak.id().value());
    }

    @Test
    void aFilterThatCannotBeReadAndAnUnknownExperimentFail() {
        assertThat(shell.run("runs", "search", "btc", "--filter", "sharpe is good")
                        .exit())
                .isEqualTo(1);
        assertThat(shell.run("runs", "search", "eth").err()).contains("eth");
    }

    @Test
    void comparesRunsDifferencesFirst() {
        Shell.Said said =
                shell.json("runs", "compare", weak.id().value(), strong.id().value());

        assertThat(said.json().at("/rows/0/key").asText()).isEqualTo("max_depth");
        assertThat(said.json().at("/rows/0/differs").asBoolean()).isTrue();
        assertThat(said.json().at("/rows/0/values/1").asText()).isEqualTo("4");
        assertThat(shell.run("runs", "compare", weak.id().value(), strong.id().value())
                        .out())
                .contains("max_depth")
                .doesNotContain("rounds");
    }

    private Run run(String name, double sharpe, String depth) {
        var runs = workspace.stores().runs();
        Run run = runs.begin(new RunDraft(
                "btc", name, Optional.empty(), START, Map.of("max_depth", depth, "rounds", "40"), Map.of()));
        runs.logMetrics(run.id(), List.of(new Metric("sharpe_ratio", sharpe, START, 0)));
        runs.setStatus(run.id(), RunStatus.FINISHED, START.plusSeconds(5));
        return run;
    }
}
