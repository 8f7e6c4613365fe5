package io.quantloom.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.Application;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as a whole, on the real store: what {@code mvn -Prun} does where there is no display. */
class FirstRunTest {

    // Takes about half a minute: it trains on the whole sample market and opens every page in both themes.
    @Test
    void theWalkTakesEveryStepAndShowsEveryPage(@TempDir Path folder) {
        var shell = new Shell(folder, Application::open);

        Shell.Said said = shell.json("walk", "--quiet");

        assertThat(said.exit()).as(said.err()).isZero();
        JsonNode tour = said.json().path("tour");
        assertThat(tour.path("stages").findValuesAsText("name"))
                .containsExactly("data", "factory", "compare", "gate", "register", "paper", "twin");
        assertThat(tour.path("stages").findValuesAsText("status")).containsOnly("done");
        assertThat(tour.at("/champion/gates"))
                .isNotEmpty()
                .allMatch(gate -> gate.path("passed").asBoolean());
        assertThat(tour.path("refused")).isNotEmpty();
        assertThat(tour.at("/paper/fills").asInt()).isPositive();
        assertThat(tour.at("/paper/reconciled").asBoolean()).isTrue();
        assertThat(said.json().path("checklist"))
                .hasSize(6)
                .allMatch(step -> step.path("done").asBoolean());
        assertThat(said.json().path("screens")).hasSize(20);
        for (JsonNode screen : said.json().path("screens")) {
            assertThat(Path.of(screen.path("file").asText())).isNotEmptyFile();
        }
        assertThat(folder.resolve("shots/walk.txt")).content().contains("Champion: ");
        String champion = tour.at("/champion/model").asText();
        assertThat(shell.json("registry", "show", champion)
                        .json()
                        .at("/aliases/Champion")
                        .asInt())
                .isEqualTo(tour.at("/champion/version").asInt());
        assertThat(shell.json("trade", "status").json().at("/bots/0/equity").asDouble())
                .isEqualTo(tour.at("/paper/final_equity").asDouble());
    }
}
