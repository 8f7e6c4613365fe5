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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandsTest {

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
    void aStudyIsRunListedAndShown() throws IOException {
        write("study.yaml", SmallMarket.factory(SmallMarket.FIRST, 6, SmallMarket.STRICT));

        Shell.Said ran = shell.json("study", "run", "study.yaml");

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("trials")).hasSize(6);
        assertThat(ran.json().at("/best/params/threshold").isNumber()).isTrue();
        JsonNode listed = shell.json("study", "list").json().at("/studies/0");
        assertThat(listed).isEqualTo(ran.json().at("/studies/0"));
        assertThat(listed.path("learner").asText()).isEqualTo("xgboost");
        assertThat(listed.path("status").asText()).isEqualTo("finished");
        JsonNode shown =
                shell.json("study", "show", listed.path("study").asText()).json();
        assertThat(shown.path("best")).isEqualTo(ran.json().path("best"));
        assertThat(shown.at("/recommendation/luckiest/trial")).isEqualTo(shown.at("/best/trial"));
        assertThat(shown.at("/recommendation/plateau/neighborhood").isNumber()).isTrue();
        assertThat(shown.path("importance").has("threshold")).isTrue();
        assertThat(shown.path("trials")).hasSize(6);
        assertThat(shown.at("/trials/0/state").asText()).isEqualTo("complete");
        assertThat(shell.run("study", "show", listed.path("study").asText()).out())
                .contains("Plateau ")
                .contains("share of variance");
        assertThat(shell.json("factory", "list").json().path("runs")).isEmpty();
    }

    @Test
    void aCanceledStudyIsContinued() throws IOException {
        write("study.yaml", SmallMarket.factory(SmallMarket.FIRST, 6, SmallMarket.STRICT));
        var enough = new AtomicBoolean();
        var canceling = new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.stage().contains("trial 3 of 6")) {
                    enough.set(true);
                }
            }

            @Override
            public boolean isCanceled() {
                return enough.get();
            }
        };

        Shell.Said canceled = new Shell(folder, workspace, canceling).json("study", "run", "study.yaml");

        assertThat(canceled.exit()).isEqualTo(130);
        assertThat(canceled.json().at("/studies/0/status").asText()).isEqualTo("unfinished");
        String study = canceled.json().at("/studies/0/study").asText();
        assertThat(canceled.err()).contains("study resume");
        JsonNode first = canceled.json().at("/trials/0/params");
        assertThat(shell.run("study", "enqueue", study, "threshold=2").err()).contains("threshold is ", ", not 2");
        JsonNode asked = shell.json(Stream.concat(
                                Stream.of("study", "enqueue", study),
                                first.properties().stream()
                                        .map(each -> each.getKey() + "="
                                                + each.getValue().asText()))
                        .toArray(String[]::new))
                .json();
        assertThat(asked.path("state").asText()).isEqualTo("waiting");
        Shell.Said resumed = shell.json("study", "resume", study);
        assertThat(resumed.exit()).isZero();
        JsonNode own = resumed.json().at("/trials/" + asked.path("trial").asInt());
        assertThat(own.path("params")).isEqualTo(first);
        assertThat(own.path("state").asText()).isEqualTo("complete");
        assertThat(resumed.json().at("/studies/0/ended").asInt()).isEqualTo(6);
        assertThat(shell.run("study", "pause", study).exit()).isEqualTo(1);
    }

    @Test
    void aBenchNeedsNoWorkspace() {
        Shell.Said said =
                shell.json("study", "bench", "branin", "--sampler", "random", "--seeds", "3", "--trials", "20");

        assertThat(said.exit()).isZero();
        assertThat(said.json().path("function").asText()).isEqualTo("branin");
        assertThat(said.json().path("seeds").asInt()).isEqualTo(3);
        assertThat(said.json().path("q25").asDouble())
                .isLessThanOrEqualTo(said.json().path("median").asDouble());
        assertThat(said.json().path("median").asDouble())
                .isLessThanOrEqualTo(said.json().path("q75").asDouble());
    }

    @Test
    void aBenchOfNothingKnownIsWrongUsage() {
        assertThat(shell.run("study", "bench", "sphere").exit()).isEqualTo(2);
        assertThat(shell.run("study", "bench", "branin", "--sampler", "cma").exit())
                .isEqualTo(2);
        assertThat(shell.run("study", "bench", "branin", "--seeds", "0").exit()).isEqualTo(2);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
