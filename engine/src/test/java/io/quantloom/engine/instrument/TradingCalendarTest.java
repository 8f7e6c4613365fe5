package io.quantloom.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

    // contracts.md, Calendars; 4 h of equities by its general formula: 252 · ⌈6.5 / 4⌉.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "crypto-24x7, P1D, 365",
        "crypto-24x7, PT1H, 8760",
        "crypto-24x7, PT1M, 525600",
        "fx-24x5, P1D, 260",
        "fx-24x5, PT1H, 6240",
        "us-equity, P1D, 252",
        "us-equity, PT1H, 1764",
        "us-equity, PT1M, 98280",
        "us-equity, PT4H, 504",
        "us-equity, P7D, 52",
        "crypto-24x7, P7D, 52",
        "fx-24x5, P31D, 12"
    })
    void givesTheBarsOfAYear(String id, Duration bar, double expected) {
        assertThat(TradingCalendar.parse(id).orElseThrow().barsPerYear(bar)).isEqualTo(expected);
    }

    @Test
    void parsesItsIdsOnly() {
        for (TradingCalendar calendar : TradingCalendar.values()) {
            assertThat(TradingCalendar.parse(calendar.id())).hasValue(calendar);
        }
        assertThat(TradingCalendar.parse("nyse")).isEmpty();
    }

    // New York is at UTC−5 in January and UTC−4 in July; 2024-01-05 was a Friday, 2024-07-05 too.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "crypto-24x7, 2024-01-06T12:00:00Z, 2024-01-06",
        "fx-24x5, 2024-01-05T21:00:00Z, 2024-01-05",
        "fx-24x5, 2024-01-05T22:00:00Z, ",
        "fx-24x5, 2024-01-07T21:00:00Z, ",
        "fx-24x5, 2024-01-07T22:00:00Z, 2024-01-08",
        "fx-24x5, 2024-07-05T21:00:00Z, ",
        "us-equity, 2024-01-05T13:00:00Z, ",
        "us-equity, 2024-01-05T14:00:00Z, 2024-01-05",
        "us-equity, 2024-01-05T20:00:00Z, 2024-01-05",
        "us-equity, 2024-01-05T21:00:00Z, ",
        "us-equity, 2024-07-05T13:00:00Z, 2024-07-05",
        "us-equity, 2024-01-06T15:00:00Z, "
    })
    void knowsWhenAnHourTrades(String id, Instant hour, LocalDate expected) {
        assertThat(TradingCalendar.parse(id).orElseThrow().tradingDay(hour, Duration.ofHours(1)))
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "us-equity, 2024-01-05T00:00:00Z, 2024-01-05",
        "us-equity, 2024-01-06T00:00:00Z, ",
        "fx-24x5, 2024-01-07T00:00:00Z, "
    })
    void namesDailyBarsByTheirDate(String id, Instant day, LocalDate expected) {
        assertThat(TradingCalendar.parse(id).orElseThrow().tradingDay(day, Duration.ofDays(1)))
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }
}
