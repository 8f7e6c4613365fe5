package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.InMemoryBarStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureParametersTest {

    private static final String SWING = """
        name: swing
        version: 2
        parameters: {window: 20, frame: 4h}
        columns:
          - {talib: RSI, period: $window, timeframe: $frame}
          - {block: returns, bars: [1, $window]}
          - {block: volatility, window: $window, as: range_$window}
        """;

    @TempDir
    Path folder;

    private final BarStore bars = new InMemoryBarStore();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("swing.yaml"), SWING);
    }

    @Test
    void haveTheValuesOfTheFileUnlessTheNameGivesOthers() {
        FeatureSet own = named("swing");
        FeatureSet other = named("swing(window=10)");

        assertThat(own.name()).isEqualTo("swing@2");
        assertThat(own.columns()).containsExactly("RSI_20_4h", "log_return_1", "log_return_20", "range_20");
        assertThat(own.parameters()).containsEntry("frame", "4h").containsEntry("window", "20");
        assertThat(other.name()).isEqualTo("swing@2(window=10)");
        assertThat(other.columns()).containsExactly("RSI_10_4h", "log_return_1", "log_return_10", "range_10");
        assertThat(other.parameters()).containsOnlyKeys("frame");
        assertThat(other.fingerprint()).isNotEqualTo(own.fingerprint());
        assertThat(named("swing@2(frame=1d,window=10)").columns()).startsWith("RSI_10_1d");
        assertThat(named("swing(window=10):range_10").columns()).containsExactly("range_10");
    }

    @Test
    void oneCombinationHasOneName() {
        FeatureSet again = named(named("swing(window=10)").name());

        assertThat(again.fingerprint())
                .isEqualTo(named("swing( window = 1.0e1 )").fingerprint());
        assertThat(named("swing( window = 1.0e1 )").name()).isEqualTo("swing@2(window=10)");
        assertThat(named("swing(window=20,frame=4h)").name()).isEqualTo("swing@2");
    }

    @Test
    void theFingerprintIsThatOfAFileWithTheValuesInIt() throws IOException {
        var plain = SWING.replace("parameters: {window: 20, frame: 4h}\n", "")
                .replace("$window", "20")
                .replace("$frame", "4h");
        var before = named("swing").fingerprint();
        Files.writeString(folder.resolve("swing.yaml"), plain);

        assertThat(named("swing").fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "swing(span=3)     | a number or word for one of the parameters of swing@2: frame, window, found"
                        + " \"span=3\"",
                "swing(window=0)   | columns[0].period: expected a whole number in [2, 10000], found '0'",
                "swing(window=)    | a number or word for one of the parameters of swing@2",
                "swing(window)     | each parameter once with its value, as in (window=10,span=5), found \"(window)\"",
                "swing(window=3,window=4) | each parameter once",
                "alpha19(window=3) | alpha19 without parameters, since it has none, found window",
                "swong(window=3)   | expected one of the feature sets alpha19, live4, swing@2, found \"swong\"",
            })
    void refusesWhatTheSetHasNot(String name, String expected) {
        assertThat(sentence(name)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "parameters: {window: 20, span: 3} | parameters: expected a column that uses $span, found none",
                "parameters: {window: 20} | columns[0].timeframe: expected a timeframe such as 4h, found '$frame'",
                "parameters: {window: 20, frame: 4h, A: 1} | parameters.A: expected a name of up to 30 small letters",
                "parameters: {window: a b, frame: 4h} | parameters.window: expected a number or a word, found 'a b'",
            })
    void findsWhatIsWrongInTheFile(String line, String expected) throws IOException {
        Files.writeString(folder.resolve("swing.yaml"), SWING.replace("parameters: {window: 20, frame: 4h}", line));

        assertThat(sentence("swing")).contains(expected);
    }

    private FeatureSet named(String name) {
        return FeatureSets.of(folder, bars).named(name).orThrow();
    }

    private String sentence(String name) {
        return FeatureSets.of(folder, bars).named(name) instanceof Outcome.Failed<FeatureSet>(var failure)
                ? failure.sentence()
                : "";
    }
}
