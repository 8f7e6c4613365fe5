package io.quantloom.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.SmallMarket;
import io.quantloom.engine.base.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a workspace gives one sentence and loses nothing. */
class WorkspaceFaultsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aWorkspaceWithBars() {
        shell = new Shell(folder, Application::open);
        try (var application = Application.open(folder).orThrow()) {
            SmallMarket.save(application.stores().bars());
        }
    }

    @Test
    void aStoreOfANewerVersionIsNotTouched() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("quantloom"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 'test', 1, true)");
        }
        Path store = folder.resolve("quantloom.mv.db");
        Sha256 before = Sha256.of(Files.readAllBytes(store));

        Shell.Said said = shell.json("data", "list");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("99");
        assertThat(said.json().at("/error/reason").asText()).isEqualTo("not_applicable");
        assertThat(Sha256.of(Files.readAllBytes(store))).isEqualTo(before);
        assertThat(shell.json("doctor").json().toString()).contains("99");
    }

    @Test
    void aDamagedStoreIsToldAndKept() throws Exception {
        Path store = folder.resolve("quantloom.mv.db");
        Files.writeString(store, "this is no store");

        Shell.Said said = shell.run("data", "list");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("quantloom.mv.db");
        assertThat(store).hasContent("this is no store");
    }

    @Test
    void aDamagedModelFileNeverReachesTheLibrary() throws Exception {
        Files.writeString(folder.resolve("ok.yaml"), SmallMarket.factory(SmallMarket.FIRST, 1, SmallMarket.LENIENT));
        String model = shell.json("factory", "run", "ok.yaml")
                .json()
                .at("/symbols/0/registered/model")
                .asText();
        Files.writeString(
                folder.resolve("spec.yaml"),
                "data: {symbol: " + SmallMarket.FIRST + "}\nstrategy: {type: model, model: \"models:/" + model
                        + "@Challenger\"}\n");
        assertThat(shell.run("backtest", "run", "spec.yaml").exit()).isZero();
        String hash = shell.json("registry", "show", model)
                .json()
                .at("/versions/0/model_sha256")
                .asText();
        Path file = artifact(hash);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, bytes);

        Shell.Said said = shell.json("backtest", "run", "spec.yaml");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().at("/error/reason").asText()).isEqualTo("invalid");
        assertThat(said.err()).contains("damaged");
    }

    private Path artifact(String hash) throws Exception {
        try (var files = Files.walk(folder.resolve("artifacts"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace("/", "").contains(hash))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
