package io.quantloom.app.cli.command.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataImportTest {
    private static final String HEAD = "timestamp,open,high,low,close,volume\n";
    private static final String GOOD = HEAD
            + "2020-05-11T00:00:00Z,1,2,0.5,1.5,10\n"
            + "2020-05-12T00:00:00Z,1.5,2,1,1.25,\n"
            + "2020-05-13T00:00:00Z,1.25,2,1,1.75,5\n";
    private static final String BAD = HEAD
            + "2020-05-11T00:00:00Z,1,2,0.5,1.5,10\n"
            + "2020-05-12T00:00:00Z,1.5,1,2,1.25,7\n"
            + "2020-05-13T00:00:00Z,1.25,2,1,1.75,5\n";

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(folder, workspace);
        Files.writeString(folder.resolve("BTC-USDT_binance_1d.csv"), GOOD);
        Files.writeString(folder.resolve("ETH-USDT_binance_1d.csv"), BAD);
    }

    @Test
    void concludesAndStores() {
        Shell.Said said = shell.json("data", "import", "BTC-USDT_binance_1d.csv");

        assertThat(said.exit()).isZero();
        var series = said.json().at("/series/0");
        assertThat(series.path("kind").asText()).isEqualTo("bars");
        assertThat(series.path("symbol").asText()).isEqualTo("BTC-USDT");
        assertThat(series.path("timeframe").asText()).isEqualTo("1d");
        assertThat(series.path("source").asText()).isEqualTo("binance");
        assertThat(series.path("calendar").asText()).isEqualTo("crypto-24x7");
        assertThat(series.path("rows").asInt()).isEqualTo(3);
        assertThat(series.path("stored").asInt()).isEqualTo(3);
        assertThat(series.path("first").asText()).isEqualTo("2020-05-11T00:00:00Z");
        assertThat(series.path("last").asText()).isEqualTo("2020-05-13T00:00:00Z");
        assertThat(series.path("inserted").asInt()).isEqualTo(3);
        assertThat(series.path("hash").asText()).hasSize(64);
        assertThat(series.path("rejected")).isEmpty();
        assertThat(series.path("concluded").isObject()).isTrue();
    }

    @Test
    void anImpossibleBarRefusesTheFileWithTheDocumentAllTheSame() {
        Shell.Said said = shell.json("data", "import", "ETH-USDT_binance_1d.csv");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().at("/series/0/rejected/0/line").asInt()).isEqualTo(3);
        assertThat(said.json().at("/series/0/stored").asInt()).isZero();
        assertThat(said.err()).contains("line 3").contains("--accept-partial");
        assertThat(workspace.stores().bars().catalog()).isEmpty();
    }

    @Test
    void acceptPartialStoresTheOthers() {
        Shell.Said said = shell.json("data", "import", "--accept-partial", "ETH-USDT_binance_1d.csv");

        assertThat(said.exit()).isZero();
        assertThat(said.json().at("/series/0/stored").asInt()).isEqualTo(2);
        assertThat(said.json().at("/series/0/rejected")).hasSize(1);
    }

    @Test
    void severalFilesAreSeveralImportsEachAllOrNothing() {
        Shell.Said said =
                shell.json("data", "import", "ETH-USDT_binance_1d.csv", "BTC-USDT_binance_1d.csv", "none.csv");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("series")).hasSize(2);
        assertThat(said.json().at("/error/where").asText()
                        + said.json().at("/error/found").asText())
                .contains("none.csv");
        assertThat(workspace.stores().bars().catalog()).hasSize(1);
    }

    @Test
    void withoutAFileIsWrongUsage() {
        assertThat(shell.run("data", "import").exit()).isEqualTo(2);
        assertThat(shell.run("data", "import", "none.csv").exit()).isEqualTo(1);
    }
}
