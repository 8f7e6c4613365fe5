package io.quantloom.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @Test
    void writesTheMinusSignAndNeverAHyphen() {
        assertThat(Formats.decimal(-1234.5, 2)).isEqualTo("\u22121,234.50");
        assertThat(Formats.signed(-0.5, 1)).isEqualTo("\u22120.5");
        assertThat(Formats.percent(-0.0123, 2)).isEqualTo("\u22121.23 %");
        assertThat(Formats.integer(-7)).isEqualTo("\u22127");
    }

    @Test
    void writesNoSignForWhatRoundsToZero() {
        assertThat(Formats.signed(-0.0001, 2)).isEqualTo("0.00");
        assertThat(Formats.decimal(-0.001, 2)).isEqualTo("0.00");
        assertThat(Formats.percent(0.00001, 2)).isEqualTo("0.00 %");
    }

    @Test
    void writesADashForNoNumberAndTheSignForInfinity() {
        assertThat(Formats.decimal(Double.NaN, 2)).isEqualTo("—");
        assertThat(Formats.percent(Double.NaN, 2)).isEqualTo("—");
        assertThat(Formats.share(Double.POSITIVE_INFINITY, 1)).isEqualTo("∞");
        assertThat(Formats.compact(Double.NEGATIVE_INFINITY)).isEqualTo("\u2212∞");
    }

    @ParameterizedTest
    @CsvSource({"950, 950", "12400, 12.4 k", "10000, 10 k", "3200000, 3.2 M", "0.25, 0.25", "2500000000, 2.5 G"})
    void shortensForAxes(double value, String text) {
        assertThat(Formats.compact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"61250, 0", "2384.5, 1", "171.91, 2", "1.0842, 4", "0.00012, 8", "1000000, 0"})
    void showsPricesWithFiveSignificantDigits(double price, int digits) {
        assertThat(Formats.priceDigits(price)).isEqualTo(digits);
    }

    @Test
    void writesTimesInUtc() {
        Instant time = Instant.parse("2026-11-20T14:03:11Z");

        assertThat(Formats.minute(time)).isEqualTo("2026-11-20 14:03");
        assertThat(Formats.clock(time)).isEqualTo("14:03:11");
        assertThat(Formats.barTime(time.toEpochMilli(), false)).isEqualTo("Fri 20 Nov 2026 14:03");
        assertThat(Formats.barTime(time.toEpochMilli(), true)).isEqualTo("Fri 20 Nov 2026");
    }

    @Test
    void writesDurationsInTheirTwoLargestUnits() {
        assertThat(Formats.duration(Duration.ofSeconds(8000))).isEqualTo("2 h 13 min");
        assertThat(Formats.duration(Duration.ofMillis(2340))).isEqualTo("2.3 s");
        assertThat(Formats.about(Duration.ofSeconds(130))).isEqualTo("2 min");
        assertThat(Formats.about(Duration.ofSeconds(34))).isEqualTo("40 s");
        assertThat(Formats.ago(Instant.EPOCH, Instant.EPOCH.plusSeconds(26 * 3600)))
                .isEqualTo("26 h ago");
    }

    @Test
    void countsInSingularAndPlural() {
        assertThat(Formats.count(1, "run")).isEqualTo("1 run");
        assertThat(Formats.count(1200, "run")).isEqualTo("1,200 runs");
    }
}
