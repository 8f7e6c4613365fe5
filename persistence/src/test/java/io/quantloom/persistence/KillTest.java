package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegisteredModel;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process said it had done is there after it was killed. */
class KillTest {

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Integer> runs = new TreeMap<>();
    private int champion;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        killAndLook(5, 12);
    }

    @Test
    @Tag("soak")
    void whatWasAcknowledgedIsThereAfterManyKills() throws Exception {
        killAndLook(200, 120);
    }

    @Test
    @Tag("soak")
    void aKillWhileTheStoreIsMadeDoesNotSpoilTheFolder() throws Exception {
        RandomGenerator random = new Seeds(42).child("kill while made").random();
        for (int kill = 0; kill < 40; kill++) {
            Path fresh = folder.resolve("fresh " + kill);
            Process process = StoreChild.start("", "hold", fresh);
            process.waitFor(200 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            TestWorkspace.tryOpen(fresh).orThrow().close();
        }
    }

    private void killAndLook(int kills, int mostLines) throws Exception {
        RandomGenerator random = new Seeds(42).child("kill").random();
        for (int kill = 0; kill < kills; kill++) {
            int before = runs.size();
            killAfter(1 + random.nextInt(mostLines));
            look("kill " + kill);
            assertThat(runs.size()).as("kill %s: new runs", kill).isGreaterThanOrEqualTo(before);
        }
        assertThat(runs).isNotEmpty();
        assertThat(champion).isPositive();
    }

    private void killAfter(int count) throws Exception {
        Process process = StoreChild.start("", "work", folder);
        try (BufferedReader lines = StoreChild.lines(process)) {
            assertThat(lines.readLine()).isEqualTo("open");
            for (int i = 0; i < count; i++) {
                take(lines.readLine());
            }
            // Not Process.destroyForcibly: it closes the pipe, in which stands what was said before.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        }
        process.waitFor();
    }

    private void take(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "run" -> runs.put(words[1], Integer.parseInt(words[2]));
            case "champion" -> champion = Integer.parseInt(words[1]);
            default -> throw new AssertionError(line);
        }
    }

    private void look(String when) {
        try (H2Workspace workspace = TestWorkspace.open(folder)) {
            runs.forEach((id, number) -> {
                Run run = workspace.runs().find(new RunId(id)).orElseThrow();
                assertThat(run.status()).as("%s: %s", when, id).isEqualTo(RunStatus.FINISHED);
                assertThat(run.metric("number")).hasValue(number);
            });
            String last = new TreeMap<>(runs).lastKey();
            assertThat(workspace
                            .runs()
                            .loadArtifact(new RunId(last), "number.txt")
                            .orThrow())
                    .isEqualTo(("number " + runs.get(last)).getBytes(StandardCharsets.UTF_8));
            assertThat(workspace.runs().search(RunQuery.of())).noneMatch(run -> run.status() == RunStatus.RUNNING);
            if (champion > 0) {
                RegisteredModel model = workspace.registry().model("btc").orElseThrow();
                assertThat(model.version(Alias.CHAMPION).orElse(0)).as(when).isGreaterThanOrEqualTo(champion);
                assertThat(workspace.registry().history("btc").getFirst().to())
                        .isEqualTo(model.version(Alias.CHAMPION));
            }
        }
    }
}
