package io.quantloom.engine.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** R. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void isWilsonsAsPublished(int part, int size, double low, double high) {
        Interval interval = Interval.wilson((double) part / size, size);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void endsAtZeroAndOneExactly() {
        assertThat(Interval.wilson(0, 3.7).low()).isZero();
        assertThat(Interval.wilson(1, 3.7).high()).isEqualTo(1);
        assertThat(Interval.wilson(1, 3.7).low()).isBetween(0.4, 0.6);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> Interval.wilson(1.01, 10)).hasMessageContaining("1.01");
        assertThatThrownBy(() -> Interval.wilson(0.5, 0)).hasMessageContaining("above zero");
    }
}
