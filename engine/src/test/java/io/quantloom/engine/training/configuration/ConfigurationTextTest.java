package io.quantloom.engine.training.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationTextTest {

    private static final String TEXT = """
        # about
        name: pool-uptrend
        study: {trials: 1,
                search: {eta: 0.1}}
        symbols: [A, B]
        """;

    @Test
    void replacesAKeyWithAllItsLines() {
        assertThat(new ConfigurationText(TEXT).with("study", "{trials: 2}").text())
                .isEqualTo("""
                    # about
                    name: pool-uptrend
                    study: {trials: 2}
                    symbols: [A, B]
                    """);
    }

    @Test
    void addsAKeyThatIsNotThere() {
        assertThat(new ConfigurationText(TEXT).with("trend", "downtrend").text())
                .isEqualTo(TEXT + "trend: downtrend\n");
    }

    @Test
    void readsAValue() {
        assertThat(new ConfigurationText(TEXT).value("name")).isEqualTo("pool-uptrend");
        assertThat(new ConfigurationText(TEXT).value("trend")).isEmpty();
    }
}
