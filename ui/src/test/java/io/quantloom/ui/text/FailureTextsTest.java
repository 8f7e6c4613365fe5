package io.quantloom.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTextsTest {

    @ParameterizedTest
    @EnumSource(Failure.Reason.class)
    void hasWordsForEveryReason(Failure.Reason reason) {
        Failure failure = Failure.of(reason, "a high above the low", "77.0", "", "");

        assertThat(FailureTexts.title(failure)).isNotBlank();
        assertThat(FailureTexts.action(failure)).isNotBlank();
    }

    @Test
    void saysWhatWasExpectedWhatWasFoundAndWhere() {
        Failure failure = Failure.of(
                Failure.Reason.INVALID, "a high above the low", "77.0", "brent.csv, line 3", "correct the file");

        assertThat(FailureTexts.sentence(failure))
                .isEqualTo("Expected a high above the low, found 77.0 (brent.csv, line 3).");
        assertThat(FailureTexts.action(failure)).isEqualTo("Correct the file");
    }

    @Test
    void refusesATextThatIsNotThere() {
        assertThatThrownBy(() -> Texts.of("shell").get("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such");
    }
}
