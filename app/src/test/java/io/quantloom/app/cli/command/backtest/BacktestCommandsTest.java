package io.quantloom.app.cli.command.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandsTest {
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
    void givesTheContractsDocument() throws IOException {
        spec("data: {symbol: " + SmallMarket.FIRST + "}\nstrategy: {type: sma-cross, fast: 10, slow: 30}\n");

        Shell.Said said = shell.json("backtest", "run", "spec.yaml");

        assertThat(said.exit()).isZero();
        var json = said.json();
        assertThat(json.at("/stats/trades").asInt())
                .isEqualTo(json.path("trades").size());
        assertThat(json.path("equity")).hasSize(150 * 24);
        assertThat(json.at("/equity/0/0").asText()).endsWith("T00:00:00Z");
        assertThat(json.at("/equity/0/1").asDouble()).isEqualTo(10_000.0);
        assertThat(json.at("/trades/0/side").asText()).isIn("long", "short");
        assertThat(json.at("/trades/0/reason").asText()).isNotEmpty();
        assertThat(json.at("/certificate/equal").asBoolean()).isTrue();
        assertThat(json.at("/certificate/data_sha256").asText()).hasSize(64);
        assertThat(json.at("/stats/final_equity").asDouble())
                .isEqualTo(json.path("equity").get(150 * 24 - 1).get(1).asDouble());
        String run = json.path("run").asText();
        assertThat(shell.json("backtest", "show", run).json()).isEqualTo(json);
        assertThat(shell.run("backtest", "show", run).out())
                .contains("sharpe_ratio")
                .contains("not real prices");
    }

    @Test
    void showsWhatSourceZerosAccountingHides() throws IOException {
        spec("data: {symbol: " + SmallMarket.FIRST + "}\nstrategy: {type: momentum, accounting: source-0}\n");

        Shell.Said said = shell.json("backtest", "run", "spec.yaml");

        var steps = said.json().at("/teaching/steps");
        assertThat(steps).hasSize(6);
        assertThat(steps.get(0).path("name").asText()).isEqualTo("as printed");
        assertThat(steps.get(0).path("max_drawdown").asDouble()).isZero();
        assertThat(steps.get(5).path("sharpe_ratio")).isEqualTo(said.json().at("/stats/sharpe_ratio"));
        assertThat(shell.run("backtest", "show", said.json().path("run").asText())
                        .out())
                .contains("For teaching: these numbers are what flawed formulas claim");
    }

    @Test
    void anUnknownSymbolAndAWrongKeyFailWithASentence() throws IOException {
        spec("data: {symbol: NONE}\nstrategy: {type: sma-cross, fast: 10, slow: 30}\n");
        assertThat(shell.run("backtest", "run", "spec.yaml").err())
                .contains("NONE")
                .contains(SmallMarket.FIRST);

        spec("data: {symbol: X}\nstrategy: {type: sma-cross, fast: 10, slow: 30}\nsizes: 3\ncash: 1\n");
        assertThat(shell.run("backtest", "run", "spec.yaml").err())
                .contains("sizes")
                .contains("cash");
    }

    @Test
    void reportWritesAPageAndTablesAndSaysWhatToDoubt() throws IOException {
        String run = recorded(10, 30);

        var json = shell.json("backtest", "report", run, "--html", "r.html", "--csv", "r.csv")
                .json();

        assertThat(json.path("run").asText()).isEqualTo(run);
        assertThat(json.path("not_analyzed").isNull()).isTrue();
        assertThat(json.path("findings").isArray()).isTrue();
        assertThat(json.path("csv")).hasSize(3);
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains("Net return", "last equity / starting cash", "Simulated equity", "Costs and delay")
                .doesNotContain("http");
        assertThat(Files.readAllLines(folder.resolve("r-equity.csv"))).hasSize(150 * 24 + 1);
        assertThat(shell.run("backtest", "report", run).out()).contains("Report in");
        assertThat(folder.resolve("backtest-" + run.substring(0, 8) + ".html")).exists();
        assertThat(shell.run("backtest", "report", "nothing").exit()).isEqualTo(1);
    }

    @Test
    void compareGivesTheRowsAndGrowthFromACommonStart() throws IOException {
        String one = recorded(10, 30);
        String other = recorded(20, 60);

        var json = shell.json("backtest", "compare", one, other).json();

        assertThat(json.path("runs")).hasSize(2);
        assertThat(json.at("/rows/0/differs").asBoolean()).isTrue();
        assertThat(json.path("from").asText()).endsWith("T00:00:00Z");
        assertThat(json.at("/equity/0/run").asText()).isEqualTo(one);
        assertThat(json.at("/equity/1/growth")).hasSize(150 * 24);
        assertThat(json.at("/equity/1/growth/0/1").asDouble()).isEqualTo(1.0);
        assertThat(shell.run("backtest", "compare", one, other).out()).contains("fast", "growth since");
    }

    private String recorded(int fast, int slow) throws IOException {
        spec("data: {symbol: " + SmallMarket.FIRST + "}\nstrategy: {type: sma-cross, fast: " + fast + ", slow: " + slow
                + "}\n");
        return shell.json("backtest", "run", "spec.yaml").json().path("run").asText();
    }

    @Test
    void gridGivesTheContractsDocument() throws IOException {
        spec("data: {symbol: " + SmallMarket.FIRST + "}\nstrategy: {type: sma-cross}\nout_of_sample: 0.3\n"
                + "grid: {strategy.fast: [5, 10, 20], strategy.slow: [20, 40], exits.stop_loss: [null, 0.02]}\n");

        Shell.Said said = shell.json("backtest", "grid", "spec.yaml", "--top", "4");

        assertThat(said.exit()).isZero();
        var json = said.json();
        assertThat(json.path("combinations").asInt()).isEqualTo(10);
        assertThat(json.path("skipped").asInt()).isEqualTo(2);
        assertThat(json.path("best")).hasSize(4);
        assertThat(json.at("/best/0/objective").asDouble())
                .isGreaterThanOrEqualTo(json.at("/best/1/objective").asDouble());
        assertThat(json.at("/best/0/in_sample/sharpe_ratio").asDouble())
                .isEqualTo(json.at("/best/0/objective").asDouble());
        assertThat(json.at("/best/0/out_of_sample/trades").asInt()).isPositive();
        assertThat(json.at("/best/0/params/strategy.slow").asText()).isIn("20", "40");
        assertThat(json.at("/certificate/equal").asBoolean()).isTrue();
        assertThat(shell.run("backtest", "show", said.json().path("run").asText())
                        .out())
                .contains("strategy.fast", "best by sharpe_ratio");
        assertThat(shell.run("backtest", "grid", "spec.yaml").out())
                .contains("best by sharpe_ratio, out of sample from", "10 combinations", "2 skipped");
    }

    private void spec(String text) throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), text);
    }
}
