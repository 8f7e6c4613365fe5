package io.quantloom.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study whose process is killed once it has begun to learn ends with the trials of one that nothing disturbed. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@Tag("soak")
class KilledStudyTest {

    private static final int TRIALS = 400;

    @TempDir
    private Path folder;

    @TempDir
    private Path undisturbed;

    @Test
    void endsWithTheSameTrials() throws Exception {
        Shell shell = prepared(folder);
        try (var victim = ChildProcess.start(folder, "study", "run", "study.yaml")) {
            // Ten trials are random: behind them the estimator proposes. Progress is told about once a second, so that
            // the
            // study must be long for a word to come from its midst.
            victim.awaitErr(said -> said.matches("(?s).*trial (1[2-9]|[2-9][0-9]|[1-9][0-9]{2}) of .*"));
            victim.kill();
        }
        JsonNode cutOff = shell.json("study", "list").json().at("/studies/0");
        assertThat(cutOff.path("status").asText()).isEqualTo("unfinished");
        assertThat(cutOff.path("ended").asInt()).isBetween(10, TRIALS - 1);

        JsonNode resumed =
                shell.json("study", "resume", cutOff.path("study").asText()).json();

        JsonNode whole =
                prepared(undisturbed).json("study", "run", "study.yaml").json();
        assertThat(trials(resumed)).isEqualTo(trials(whole)).contains("pruned");
        assertThat(resumed.at("/best/params")).isEqualTo(whole.at("/best/params"));
        assertThat(resumed.at("/best/trial")).isEqualTo(whole.at("/best/trial"));
    }

    private static Shell prepared(Path home) throws IOException {
        try (var application = Application.open(home).orThrow()) {
            SmallMarket.save(application.stores().bars());
        }
        Files.writeString(
                home.resolve("study.yaml"),
                SmallMarket.factory(SmallMarket.FIRST, TRIALS, SmallMarket.LENIENT)
                        .replace("sampler: random", "sampler: tpe, pruner: median"));
        return new Shell(home, Application::open);
    }

    /** What does not depend on names and clocks. */
    private static String trials(JsonNode report) {
        var text = new StringBuilder();
        for (JsonNode trial : report.path("trials")) {
            text.append(trial.path("trial"))
                    .append(trial.path("state"))
                    .append(trial.path("value"))
                    .append(trial.path("params"))
                    .append(trial.path("steps"))
                    .append('\n');
        }
        return text.toString();
    }
}
