package io.quantloom.app.cli.command.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.app.wiring.SmallMarket;
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

    @Test
    void explainsARegisteredModel() throws IOException {
        var workspace = new MemoryWorkspace();
        SmallMarket.save(workspace.stores().bars());
        var shell = new Shell(folder, workspace);
        Files.writeString(folder.resolve("small.yaml"), SmallMarket.factory(SmallMarket.FIRST, 1, SmallMarket.LENIENT));
        assertThat(shell.run("factory", "run", "small.yaml").exit()).isZero();
        String ref = "models:/small-" + SmallMarket.FIRST + "/1";

        Shell.Said said = shell.json("models", "explain", ref, "--symbol", SmallMarket.FIRST);

        assertThat(said.exit()).isZero();
        assertThat(said.json().path("method").asText()).isEqualTo("tree");
        assertThat(said.json().path("space").asText()).isEqualTo("log_odds");
        assertThat(said.json().path("features").size()).isEqualTo(19);
        assertThat(said.json().at("/features/0/mean_abs").asDouble())
                .isGreaterThanOrEqualTo(said.json().at("/features/1/mean_abs").asDouble());
        double output = said.json().at("/waterfall/base").asDouble();
        for (JsonNode step : said.json().at("/waterfall/contributions")) {
            output += step.path("contribution").asDouble();
        }
        double probability = said.json().path("probability").asDouble();
        assertThat(output).isCloseTo(Math.log(probability / (1 - probability)), within(1e-4));
        assertThat(said.json().path("as_of").asText()).endsWith("T23:00:00Z");
        assertThat(shell.run("models", "explain", ref, "--symbol", SmallMarket.FIRST)
                        .out())
                .contains("Latest bar")
                .contains("7_day_RSI");
        assertThat(shell.run("models", "explain", "btc", "--symbol", SmallMarket.FIRST)
                        .exit())
                .isEqualTo(2);
        assertThat(shell.run("models", "explain", "models:/none/1", "--symbol", SmallMarket.FIRST)
                        .exit())
                .isEqualTo(1);
    }
}
