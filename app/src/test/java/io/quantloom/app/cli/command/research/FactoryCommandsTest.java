package io.quantloom.app.cli.command.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallMarket;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactoryCommandsTest {
    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;

    @BeforeEach
    void smallMarket() {
        shell = new Shell(folder, workspace);
        SmallMarket.save(workspace.stores().bars());
    }

    @Test
    void aDecidedRunEndsWithZeroAndTheContractsDocument() throws IOException {
        write("ok.yaml", SmallMarket.factory(SmallMarket.FIRST, 2, SmallMarket.LENIENT));

        Shell.Said said = shell.json("factory", "run", "ok.yaml");

        assertThat(said.exit()).isZero();
        JsonNode symbol = said.json().at("/symbols/0");
        assertThat(symbol.path("symbol").asText()).isEqualTo(SmallMarket.FIRST);
        assertThat(symbol.path("status").asText()).isEqualTo("passed");
        assertThat(symbol.path("trials").asInt()).isEqualTo(2);
        assertThat(symbol.at("/best/learner").asText()).isEqualTo("xgboost");
        assertThat(symbol.at("/best/params/threshold").isNumber()).isTrue();
        assertThat(symbol.at("/metrics/sharpe_ratio").isNumber()).isTrue();
        assertThat(symbol.at("/gates/0/name").asText()).isEqualTo("max_drawdown");
        assertThat(symbol.at("/registered/model").asText()).isEqualTo("small-" + SmallMarket.FIRST);
        assertThat(symbol.at("/registered/version").asInt()).isEqualTo(1);
        String run = said.json().path("run").asText();
        assertThat(shell.json("factory", "list").json().at("/runs/0/run").asText())
                .isEqualTo(run);
        assertThat(shell.json("factory", "show", run).json()).isEqualTo(said.json());
    }

    @Test
    void aSeriesThatAModelWasMadeFromIsNotDeletedByMistake() throws IOException {
        write("ok.yaml", SmallMarket.factory(SmallMarket.FIRST, 1, SmallMarket.LENIENT));
        shell.run("factory", "run", "ok.yaml");

        Shell.Said refused = shell.run("data", "delete", SmallMarket.FIRST);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("small-" + SmallMarket.FIRST + "/1").contains("--keep-snapshots");
        assertThat(shell.run("data", "delete", SmallMarket.FIRST, "--keep-snapshots")
                        .exit())
                .isZero();
        assertThat(shell.run("data", "delete", SmallMarket.SECOND).exit()).isZero();
        assertThat(shell.json("data", "list").json().path("series")).isEmpty();
    }

    @Test
    void aRefusalIsADecisionToo() throws IOException {
        write("strict.yaml", SmallMarket.factory(SmallMarket.FIRST, 1, SmallMarket.STRICT));

        Shell.Said said = shell.json("factory", "run", "strict.yaml");

        assertThat(said.exit()).isZero();
        assertThat(said.json().at("/symbols/0/status").asText()).isEqualTo("refused");
        assertThat(said.json().at("/symbols/0/registered").isNull()).isTrue();
    }

    @Test
    void oneSymbolThatFailsEndsWithOneAndTheOthersAreDone() throws IOException {
        write("one.yaml", SmallMarket.factory("NONE, " + SmallMarket.FIRST, 1, SmallMarket.LENIENT));

        Shell.Said said = shell.json("factory", "run", "one.yaml");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().at("/symbols/0/status").asText()).isEqualTo("failed");
        assertThat(said.json().at("/symbols/1/status").asText()).isEqualTo("passed");
        assertThat(said.err()).contains("1 of 2 symbols failed").contains("NONE");
    }

    @Test
    void wrongYamlNamesEveryFindingBeforeAnythingRuns() throws IOException {
        write("bad.yaml", """
            name: bad
            symbols: [%s]
            trials: 3
            study: {trials: many}
            label: {take_profit: -1}
            """.formatted(SmallMarket.FIRST));

        Shell.Said said = shell.json("factory", "run", "bad.yaml");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("trials")
                .contains("many")
                .contains("take_profit")
                .contains("line 4");
        assertThat(said.json().at("/error/reason").asText()).isNotEmpty();
        assertThat(shell.json("factory", "list").json().path("runs")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereFails() {
        assertThat(shell.run("factory", "run", "none.yaml").err()).contains("none.yaml");
    }

    @Test
    void aCanceledRunEndsWith130PrintsWhatThereIsAndCanBeResumed() throws IOException {
        write("two.yaml", SmallMarket.factory(SmallMarket.FIRST + ", " + SmallMarket.SECOND, 2, SmallMarket.LENIENT));
        var canceled = new AtomicBoolean();
        var impatient = new Shell(folder, workspace, new JobContext() {
            @Override
            public void report(Progress progress) {
                canceled.compareAndSet(false, progress.stage().contains(SmallMarket.SECOND));
            }

            @Override
            public boolean isCanceled() {
                return canceled.get();
            }
        });

        Shell.Said said = impatient.json("factory", "run", "two.yaml");

        assertThat(said.exit()).isEqualTo(130);
        assertThat(said.json().at("/symbols/0/status").asText()).isEqualTo("passed");
        Shell.Said resumed =
                shell.json("factory", "resume", said.json().path("run").asText());
        assertThat(resumed.exit()).isZero();
        assertThat(resumed.json().at("/symbols/1/status").asText()).isEqualTo("passed");
        assertThat(resumed.json().at("/symbols/0")).isEqualTo(said.json().at("/symbols/0"));
    }

    @Test
    void nothingUnderWayCannotBeCanceled() throws IOException {
        write("ok.yaml", SmallMarket.factory(SmallMarket.FIRST, 1, SmallMarket.LENIENT));
        String run = shell.json("factory", "run", "ok.yaml").json().path("run").asText();

        assertThat(shell.run("factory", "cancel", run).exit()).isEqualTo(1);
        assertThat(shell.run("factory", "cancel", "unknown").exit()).isEqualTo(1);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
