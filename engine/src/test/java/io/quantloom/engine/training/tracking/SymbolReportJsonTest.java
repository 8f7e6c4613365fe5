package io.quantloom.engine.training.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolReportJsonTest {

    @Test
    void stagesReadBackWithWhatTheySaid() {
        List<Stage> stages = List.of(
                new Stage("ingest", 0.25, List.of("3,600 bars of ALVORA-USD", "“quoted”, 1 %")),
                new Stage("label", 1.5, List.of()));

        assertThat(SymbolReportJson.stagesOf(SymbolReportJson.writeStages(stages)))
                .isEqualTo(stages);
    }

    @Test
    void stagesOfEarlierVersionsSaidNothing() {
        byte[] old = "[{\"name\": \"ingest\", \"seconds\": 0.5}]".getBytes(StandardCharsets.UTF_8);

        assertThat(SymbolReportJson.stagesOf(old)).containsExactly(new Stage("ingest", 0.5, List.of()));
        assertThat(SymbolReportJson.stagesOf("no file".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
