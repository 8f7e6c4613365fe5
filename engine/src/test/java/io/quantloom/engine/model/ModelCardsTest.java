package io.quantloom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardsTest {

    private final ModelCard card = new ModelCard(
            "xgboost",
            Hyperparameters.of(Map.of("eta", 0.05, "max_depth", 3L, "lambda", 5.0, "kind", "tree", "fast", true)),
            "alpha19",
            Sha256.ofText("features"),
            TripleBarrier.of(4, 4, 24).text(),
            new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file"),
            Sha256.ofText("data"),
            Sha256.ofText("dataset"),
            Instant.parse("2020-05-11T00:00:00Z"),
            Instant.parse("2021-05-11T23:00:00Z"),
            new DecisionRule(0.6, 0.5, true),
            Sha256.ofText("model"),
            Long.MIN_VALUE,
            new TreeMap<>(Map.of("quantloom", "0.1.0", "java", "25 \"Temurin\" ü")));

    @Test
    void readsWhatItWrote() {
        assertThat(ModelCards.read(ModelCards.write(card)).orThrow()).isEqualTo(card);
    }

    @Test
    void keepsWholeNumbersAndFractionsApart() {
        Hyperparameters read = ModelCards.read(ModelCards.write(card)).orThrow().parameters();

        assertThat(read.values().get("max_depth")).isEqualTo(3L);
        assertThat(read.values().get("lambda")).isEqualTo(5.0);
    }

    @Test
    void namesEveryFieldInAFixedOrder() {
        assertThat(text())
                .startsWith(
                        "{\n  \"format\" : 1,\n  \"learner\" : \"xgboost\",\n  \"parameters\" : {\n    \"eta\" : 0.05,")
                .contains("\"decision\" : {\n    \"threshold\" : 0.6,\n    \"exit_threshold\" : 0.5,\n"
                        + "    \"side\" : \"long-short\"\n  }")
                .contains("\"trained_to\" : \"2021-05-11T23:00:00Z\"")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"learner\" : \"xgboost\",| ",
                "\"learner\" : \"xgboost\",|\"learner\" : \"xgboost\", \"learner\" : \"svm\",",
                "\"learner\" : \"xgboost\",|\"learner\" : \"xgboost\", \"more\" : 1,",
                "\"learner\" : \"xgboost\"|\"learner\" : null",
                "\"learner\" : \"xgboost\"|\"learner\" : 3",
                "\"format\" : 1|\"format\" : 2",
                "\"format\" : 1|\"format\" : 1.5",
                "\"eta\" : 0.05|\"eta\" : null",
                "\"eta\" : 0.05|\"eta\" : [0.05]",
                "\"threshold\" : 0.6|\"threshold\" : \"0.6\"",
                "\"threshold\" : 0.6|\"threshold\" : 0.4",
                "\"side\" : \"long-short\"|\"side\" : \"short\"",
                "\"timeframe\" : \"1h\"|\"timeframe\" : \"hour\"",
                "\"symbol\" : \"BTC-USDT\"|\"symbol\" : \"BTC USDT\"",
                "2021-05-11T23:00:00Z|yesterday",
                "\"model_hash\" : \"|\"model_hash\" : \"x"
            })
    void refusesAChangedField(String found, String replaced) {
        assertThat(text()).contains(found);
        String changed = text().replace(found, replaced == null ? "" : replaced);

        assertThat(failure(changed).reason()).isIn(Failure.Reason.INVALID, Failure.Reason.PARSING);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(failure("").reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure("{\"format\"").reason()).isEqualTo(Failure.Reason.PARSING);
        assertThat(failure(text() + "{}").reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure(" ".repeat(2_000_000)).sentence()).contains("at most 1048576 bytes");
    }

    @Test
    void refusesToWriteWhatJsonCannotSay() {
        var odd = new ModelCard(
                "xgboost",
                Hyperparameters.of(Map.of("eta", Double.NaN)),
                card.features(),
                card.featureFingerprint(),
                card.label(),
                card.series(),
                card.dataHash(),
                card.datasetFingerprint(),
                card.trainedFrom(),
                card.trainedTo(),
                card.decision(),
                card.modelHash(),
                1,
                card.runtime());

        assertThatThrownBy(() -> ModelCards.write(odd)).hasMessage("hyperparameter eta is NaN");
    }

    private String text() {
        return new String(ModelCards.write(card), StandardCharsets.UTF_8);
    }

    private static Failure failure(String document) {
        return ModelCards.read(document.getBytes(StandardCharsets.UTF_8)) instanceof Outcome.Failed<?>(var failure)
                ? failure
                : Failure.of(Failure.Reason.NOT_APPLICABLE, "a failure", "a card", "", "");
    }
}
