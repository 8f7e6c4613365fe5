package io.quantloom.app.cli.command.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TradeCommandsTest {
    private static final String BOT = """
        name: crossing
        strategy: {type: sma-cross, fast: 10, slow: 30, side: long-short}
        data: {symbol: %s}
        account: {cash: 10000, currency: USD}
        execution: {fee: 0.001}
        """.formatted(SmallMarket.FIRST);

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;

    @BeforeEach
    void aBot() throws IOException {
        shell = new Shell(folder, workspace);
        SmallMarket.save(workspace.stores().bars());
        Files.writeString(folder.resolve("bot.yaml"), BOT);
    }

    @Test
    void replaysExactlyWhatTheBacktestGives() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), BOT.replace("name: crossing\n", "") + "finalize: none\n");

        Shell.Said said = shell.json("trade", "replay", "--bot", "bot.yaml");

        assertThat(said.exit()).isZero();
        JsonNode json = said.json();
        assertThat(json.path("reconciled").asBoolean()).isTrue();
        assertThat(json.at("/twin/parity").asBoolean()).isTrue();
        assertThat(json.at("/twin/differences")).isEmpty();
        assertThat(json.path("state").asText()).isEqualTo("ended");
        JsonNode backtest = shell.json("backtest", "run", "spec.yaml").json();
        assertThat(json.path("fills")).isEqualTo(backtest.path("fills")).isNotEmpty();
        assertThat(json.path("equity").asDouble())
                .isEqualTo(backtest.at("/stats/final_equity").asDouble());
    }

    @Test
    void fromAndToChooseTheSession() {
        JsonNode json = shell.json("trade", "replay", "--bot", "bot.yaml", "--from", "2024-01-01", "--to", "2024-01-10")
                .json();

        assertThat(json.path("steps").asInt()).isEqualTo(240);
        assertThat(json.path("last_bar").asText()).isEqualTo("2024-01-10T23:00:00Z");
    }

    @Test
    void aRunningBotShowsAndObeysOtherProcesses() throws Exception {
        var running = CompletableFuture.supplyAsync(
                () -> shell.json("trade", "start", "--bot", "bot.yaml", "--speed", "20000"));
        JsonNode status = shell.json("trade", "status").json();
        while (status.at("/bots/0/steps").asInt() < 3 && !running.isDone()) {
            status = shell.json("trade", "status").json();
        }
        assertThat(status.at("/bots/0/state").asText()).isEqualTo("running");

        assertThat(shell.run("trade", "stop", "crossing").exit()).isZero();

        assertThat(running.get().json().path("state").asText()).isEqualTo("stopped");
        int steps = running.get().json().path("steps").asInt();
        JsonNode ended =
                shell.json("trade", "start", "crossing", "--speed", "max").json();
        assertThat(ended.path("state").asText()).isEqualTo("ended");
        assertThat(ended.path("steps").asInt()).isEqualTo(150 * 24).isGreaterThan(steps);
    }

    @Test
    void wrongSpeedsUnknownBotsAndWrongFilesAreTold() throws IOException {
        assertThat(shell.run("trade", "replay", "--bot", "bot.yaml", "--speed", "0")
                        .exit())
                .isEqualTo(2);
        assertThat(shell.run("trade", "status", "none").exit()).isEqualTo(1);
        assertThat(shell.run("trade", "flatten", "none").exit()).isEqualTo(1);
        assertThat(shell.run("trade", "start").exit()).isEqualTo(1);
        Files.writeString(folder.resolve("bad.yaml"), "name: x\nmodel: nonsense\nfee: 1\n");
        assertThat(shell.run("trade", "replay", "--bot", "bad.yaml").err())
                .contains("nonsense")
                .contains("fee");
        assertThat(shell.json("trade", "status").json().path("bots")).isEmpty();
    }
}
