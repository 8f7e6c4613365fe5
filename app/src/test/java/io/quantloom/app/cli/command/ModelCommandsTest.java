package io.quantloom.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {

    @TempDir
    private Path folder;

    private Path table = Path.of("");

    @BeforeEach
    void writeTable() throws IOException {
        var random = new SplittableRandom(1);
        var text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 300; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(a + b > 0 ? 1 : 0)
                    .append('\n');
        }
        table = Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void evaluatesTheLearnersNamed() {
        var shell = new Shell(folder, new MemoryWorkspace());

        Shell.Said said = shell.json(
                "models", "evaluate", table.toString(), "--target", "y", "--train", "200", "--learners", "ridge,knn");

        assertThat(said.exit()).isZero();
        JsonNode learners = said.json().path("learners");
        assertThat(learners.findValuesAsText("name")).containsExactly("ridge", "knn");
        assertThat(learners.at("/0/auc").asDouble()).isGreaterThan(0.99);
        assertThat(learners.at("/0/brier").isNull()).isTrue();
        assertThat(learners.at("/1/brier").asDouble()).isLessThan(0.1);
        assertThat(learners.at("/1/fit_cpu_seconds").isNumber()).isTrue();
        assertThat(learners.at("/1/predict_cpu_seconds").isNumber()).isTrue();
    }

    @Test
    void aLearnerThatDoesNotFitLeavesTheOthers() {
        var shell = new Shell(folder, new MemoryWorkspace());

        Shell.Said said = shell.json(
                "models",
                "evaluate",
                table.toString(),
                "--target",
                "y",
                "--train",
                "200",
                "--learners",
                "persistence,ridge");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().at("/learners/0/accuracy").isNull()).isTrue();
        assertThat(said.json().at("/learners/0/problem").asText()).contains("rows with one of the features");
        assertThat(said.json().at("/learners/1/accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void saysWhatIsWrongWithTableOrName() {
        var shell = new Shell(folder, new MemoryWorkspace());

        assertThat(shell.run("models", "evaluate", table.toString(), "--target", "z", "--train", "200")
                        .err())
                .contains("one column z");
        assertThat(shell.run(
                                "models",
                                "evaluate",
                                table.toString(),
                                "--target",
                                "y",
                                "--train",
                                "200",
                                "--learners",
                                "oracle")
                        .err())
                .contains("oracle");
        assertThat(shell.run("models", "evaluate", table.toString(), "--target", "y", "--train", "300")
                        .err())
                .contains("training rows between 1 and 299");
    }
}
