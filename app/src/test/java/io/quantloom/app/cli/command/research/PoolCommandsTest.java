package io.quantloom.app.cli.command.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallPool;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolCommandsTest {
    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();

    @Test
    void predictsWithWhatIsInServiceAndSaysWhatIsNot() {
        SmallPool.register(workspace.stores(), "SOL", "SOL-USDT");
        var shell = new Shell(folder, workspace);

        Shell.Said all = shell.json("pool", "predict", "uptrend");
        JsonNode prediction = all.json().at("/predictions/0");
        assertThat(all.exit()).isZero();
        assertThat(prediction.path("symbol").asText()).isEqualTo("SOL");
        assertThat(prediction.path("trend_type").asText()).isEqualTo("uptrend");
        assertThat(prediction.path("probability").asDouble()).isBetween(0.0, 1.0);
        assertThat(prediction.path("model").asText()).isEqualTo("SOL_uptrend_model");
        assertThat(prediction.path("version").asInt()).isEqualTo(1);
        assertThat(prediction.path("as_of").asText()).endsWith("Z");

        Shell.Said some = shell.json("pool", "predict", "uptrend", "--symbols", "SOL,BTC");
        assertThat(some.exit()).isEqualTo(1);
        assertThat(some.json().path("predictions")).hasSize(1);
        assertThat(some.err()).contains("Model for symbol BTC and trend type uptrend not found.");

        assertThat(shell.run("pool", "predict", "sideways").exit()).isEqualTo(2);
    }

    @Test
    void servesUntilItIsCanceledAndPrintsOneLine() throws Exception {
        var canceled = new AtomicBoolean();
        var caller = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return canceled.get();
            }
        };
        var running = new Thread(() -> {
            Path token = folder.resolve("rest.token");
            while (!token.toFile().exists()) {
                Thread.onSpinWait();
            }
            canceled.set(true);
        });
        running.start();

        Shell.Said said = new Shell(folder, workspace, caller).run("serve", "--port", "0");

        running.join();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).matches("http://127\\.0\\.0\\.1:\\d+\\R");
        URLConnection gone = URI.create(said.out().strip() + "/health").toURL().openConnection();
        assertThat(gone).isNotNull();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new String(gone.getInputStream().readAllBytes(), StandardCharsets.UTF_8)))
                .isInstanceOf(java.net.ConnectException.class);
    }
}
