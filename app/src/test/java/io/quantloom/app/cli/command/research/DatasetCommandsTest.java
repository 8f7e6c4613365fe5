package io.quantloom.app.cli.command.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandsTest {

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell = new Shell(Path.of("."), workspace);

    @BeforeEach
    void saveASeries() {
        shell = new Shell(folder, workspace);
        List<Bar> bars = new ArrayList<>();
        double last = 100;
        for (int t = 0; t < 120; t++) {
            double close = 100 + 5 * Math.sin(0.3 * t) + 3 * Math.sin(0.05 * t * t);
            long time = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli() + t * Timeframe.HOUR.millis();
            bars.add(new Bar(time, last, Math.max(last, close) + 0.5, Math.min(last, close) - 0.5, close, 10 + t % 7));
            last = close;
        }
        var key = new SeriesKey(new Symbol("WAVE"), Timeframe.HOUR, "file");
        var instrument = new Instrument(
                key.symbol(),
                "USD",
                TradingCalendar.CRYPTO_24X7,
                "for the test",
                Instrument.UNKNOWN_LOT,
                false,
                Optional.empty());
        workspace.stores().bars().save(instrument, BarSeries.of(key, bars));
    }

    @Test
    void checksThatAFeatureSetKnowsNoFuture() {
        Shell.Said said = shell.json("features", "check", "alpha19", "--symbol", "WAVE");

        assertThat(said.exit()).isZero();
        JsonNode report = said.json();
        assertThat(report.path("set").asText()).isEqualTo("alpha19");
        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("columns")).hasSize(19).allSatisfy(column -> {
            assertThat(column.path("ok").asBoolean()).isTrue();
            assertThat(column.path("check").isNull()).isTrue();
        });
        assertThat(shell.run("features", "check", "nothing", "--symbol", "WAVE").exit())
                .isEqualTo(1);
    }

    @Test
    void exportsLabelsWithTheirStartAndEnd() throws Exception {
        Files.writeString(folder.resolve("mine.yaml"), "label: {type: forward-return, horizon: 3, cost: 0}");
        List<String> lines = shell.run("labels", "export", "--label", "mine.yaml", "--symbol", "WAVE")
                .out()
                .lines()
                .toList();

        assertThat(lines.getFirst()).isEqualTo("start,end,label,return,side,decided_by,volatility,ambiguous");
        assertThat(lines).hasSize(1 + 120 - 3);
        assertThat(lines.get(1)).startsWith("2024-01-01T00:00:00Z,2024-01-01T03:00:00Z,");
        assertThat(shell.run("labels", "export", "--label", "none", "--symbol", "WAVE")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void describesLabelsBesidePlaceboTwins() {
        JsonNode described = shell.json("labels", "describe", "--label", "uptrend", "--symbol", "WAVE")
                .json();

        assertThat(described.path("labels").asInt()).isEqualTo(120 - 9 - 10);
        assertThat(described.path("predictability")).hasSize(2);
        assertThat(described.path("effective_size").asDouble()).isBetween(5.0, 20.0);
        assertThat(shell.json("labels", "list").json().path("labels")).hasSize(5);
    }
}
