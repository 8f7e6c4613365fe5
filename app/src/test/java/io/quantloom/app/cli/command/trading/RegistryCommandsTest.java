package io.quantloom.app.cli.command.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallMarket;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCommandsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;

    @BeforeEach
    void oneGoodAndOneBadVersion() {
        shell = new Shell(folder, workspace);
        register(1.5);
        register(1.7);
        register(0.2);
    }

    @Test
    void promotesAndShows() {
        Shell.Said said = shell.json("registry", "promote", "btc", "1", "--reason", "looks good");

        assertThat(said.exit()).isZero();
        assertThat(said.json().path("decision").asText()).isEqualTo("promoted");
        assertThat(said.json().path("alias").asText()).isEqualTo("Champion");
        assertThat(said.json().at("/gates/0/name").asText()).isEqualTo("sharpe_ratio");
        assertThat(said.json().at("/gates/0/on").asText()).isEqualTo("holdout");
        assertThat(said.json().at("/gates/0/threshold").asDouble()).isEqualTo(1.0);
        assertThat(said.json().at("/gates/0/actual").asDouble()).isEqualTo(1.5);
        assertThat(said.json().at("/gates/0/passed").asBoolean()).isTrue();
        var models = shell.json("registry", "list").json().path("models");
        assertThat(models.get(0).at("/aliases/Champion").asInt()).isEqualTo(1);
        assertThat(shell.json("registry", "show", "btc").json().path("versions"))
                .hasSize(3);
    }

    @Test
    void aRefusalEndsWithThreeAndShowsTheGates() {
        Shell.Said said = shell.json("registry", "promote", "btc");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.json().path("decision").asText()).isEqualTo("refused");
        assertThat(said.json().at("/gates/0/passed").asBoolean()).isFalse();
        assertThat(said.json().at("/gates/0/reason").asText()).contains("0.2");
        assertThat(said.err()).contains("refused");
        assertThat(shell.json("registry", "history", "btc")
                        .json()
                        .at("/history/0/decision")
                        .asText())
                .isEqualTo("refused");
    }

    @Test
    void rollsBackAndRetires() {
        shell.run("registry", "promote", "btc", "1");
        shell.run("registry", "promote", "btc", "2");

        assertThat(shell.json("registry", "rollback", "btc")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(shell.json("registry", "retire", "btc")
                        .json()
                        .path("decision")
                        .asText())
                .isEqualTo("retired");
        assertThat(shell.json("registry", "history", "btc").json().path("history"))
                .hasSize(4);
    }

    @Test
    void registersPromotesBacktestsAndRetiresAStrategyWithoutAModel() throws IOException {
        SmallMarket.save(workspace.stores().bars());
        String data = "data: {symbol: " + SmallMarket.FIRST + "}\n";
        Files.writeString(
                folder.resolve("spec.yaml"),
                data + "strategy: {type: sma-cross}\ngates: [{metric: max_drawdown, at_most: 0.99}]\n");
        Files.writeString(folder.resolve("again.yaml"), data + "model: models:/cross@Champion\n");

        var version = shell.json("registry", "register", "spec.yaml", "--name", "cross")
                .json();

        assertThat(version.path("kind").asText()).isEqualTo("strategy");
        assertThat(version.path("strategy").asText()).isEqualTo("sma-cross 10/20 long-short");
        assertThat(version.path("gated").asBoolean()).isTrue();
        assertThat(version.at("/gates/0/on").asText()).isEqualTo("backtest");
        assertThat(shell.run("registry", "promote", "cross").exit()).isZero();
        var first = shell.json("backtest", "show", version.path("run").asText()).json();
        var again = shell.json("backtest", "run", "again.yaml").json();
        assertThat(again.path("fills")).isEqualTo(first.path("fills")).isNotEmpty();
        assertThat(shell.run("registry", "show", "cross").out()).contains("sma-cross 10/20 long-short on");
        assertThat(shell.run("registry", "retire", "cross", "1").out())
                .contains("Version 1 of cross is retired; its history stays.");
        assertThat(shell.run("backtest", "run", "again.yaml").err()).contains("Champion");
        assertThat(shell.run("registry", "promote", "cross").err()).contains("not retired");
    }

    @Test
    void anUnknownModelFailsAndNamesWhatIsThere() {
        Shell.Said said = shell.run("registry", "promote", "eth");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("eth").contains("btc");
        assertThat(shell.run("registry", "rollback", "btc").exit()).isEqualTo(1);
    }

    private void register(double sharpe) {
        var gate = new Gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1.0), OptionalDouble.empty());
        Sha256 hash = Sha256.ofText("x");
        var card = new ModelCard(
                "xgboost",
                Hyperparameters.of(Map.of("max_depth", 3L)),
                "alpha19",
                hash,
                "triple-barrier",
                new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file"),
                hash,
                hash,
                START,
                START,
                new DecisionRule(0.6, 0.5, true),
                hash,
                42,
                new TreeMap<>());
        workspace
                .stores()
                .registry()
                .register(
                        "btc",
                        number -> new ModelVersion(
                                "btc",
                                number,
                                START,
                                new RunId("0".repeat(32)),
                                card,
                                List.of(gate.check(OptionalDouble.of(sharpe), "")),
                                new TreeMap<>(Map.of("sharpe_ratio", sharpe)),
                                new TreeMap<>()));
    }
}
