package io.quantloom.app.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    @Test
    void checksEachThingOnALineOfItsOwn() {
        Shell.Said said = new Shell(folder, new MemoryWorkspace()).json("doctor");

        for (String name : new String[] {"jdk", "natives", "disk", "holder", "store"}) {
            assertThat(check(said.json(), name).path("status").asText())
                    .as(name)
                    .isEqualTo("ok");
        }
        assertThat(check(said.json(), "natives").path("detail").asText()).contains("xgboost");
    }

    @Test
    void saysWhatToDoAboutAStoreThatDoesNotOpen() {
        var shell = new Shell(
                folder,
                workspace -> Outcome.failed(Failure.of(
                        Failure.Reason.INVALID,
                        "schema 3",
                        "schema 9",
                        workspace.toString(),
                        "use the newer version")));

        Shell.Said said = shell.json("doctor");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(check(said.json(), "store").path("status").asText()).isEqualTo("failed");
        assertThat(check(said.json(), "store").path("remedy").asText()).isEqualTo("use the newer version");
        assertThat(check(said.json(), "jdk").path("status").asText()).isEqualTo("ok");
        assertThat(shell.run("doctor").out()).contains("FAILED").contains("use the newer version");
    }

    @Test
    void listsLearnersAndWorkspaceInfo() {
        var shell = new Shell(folder, new MemoryWorkspace());

        assertThat(shell.json("models", "list").json().path("learners").findValuesAsText("name"))
                .hasSize(14)
                .startsWith("random-forest", "svm", "xgboost")
                .endsWith("majority", "persistence", "random");
        assertThat(shell.json("workspace", "info").json().path("folder").asText())
                .isEqualTo(folder.toString());
    }

    private static JsonNode check(JsonNode document, String name) {
        for (JsonNode check : document.path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + document);
    }
}
