package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.DataQuality.Gap;
import io.quantloom.engine.market.DataQuality.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataQualityTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @Test
    void findsNothingInAPerfectSeries() {
        DataQuality quality = DataQuality.of(hours(100, 101, 100, 101, 100), TradingCalendar.CRYPTO_24X7);

        assertThat(quality.bars()).isEqualTo(5);
        assertThat(quality.first()).hasValue(START);
        assertThat(quality.last()).hasValue(START.plusSeconds(4 * 3_600));
        assertThat(quality.findings())
                .hasSize(Kind.values().length)
                .allSatisfy(finding -> assertThat(finding.count()).isZero());
        assertThat(quality.longestGap()).isEmpty();
    }

    @Test
    void countsGapsAndNamesTheLongest() {
        DataQuality quality = DataQuality.of(
                daily("2024-01-01", "2024-01-03", "2024-01-04", "2024-01-08"), TradingCalendar.CRYPTO_24X7);

        assertThat(quality.count(Kind.GAP)).isEqualTo(2);
        assertThat(quality.missing()).isEqualTo(1 + 3);
        assertThat(quality.longestGap())
                .hasValue(new Gap(Instant.parse("2024-01-04T00:00:00Z"), Instant.parse("2024-01-08T00:00:00Z"), 3));
    }

    @Test
    void seesNoGapInAWeekendNorInADayOff() {
        // 2024-01-15 was a Monday without trade, Martin Luther King's day.
        BarSeries holiday = daily("2024-01-11", "2024-01-12", "2024-01-16", "2024-01-17");

        assertThat(DataQuality.of(holiday, TradingCalendar.US_EQUITY).count(Kind.GAP))
                .isZero();
        assertThat(DataQuality.of(holiday, TradingCalendar.CRYPTO_24X7).count(Kind.GAP))
                .isEqualTo(1);
    }

    @Test
    void seesAGapInTwoDaysWithoutTrade() {
        // The exchanges were shut by a storm on 2012-10-29 and 30, a Monday and a Tuesday.
        DataQuality quality =
                DataQuality.of(daily("2012-10-25", "2012-10-26", "2012-10-31"), TradingCalendar.US_EQUITY);

        assertThat(quality.count(Kind.GAP)).isEqualTo(1);
        assertThat(quality.missing()).isEqualTo(2);
    }

    @Test
    void judgesHoursByTheSession() {
        // Sessions from 14:30 to 21:00 UTC; Thursday 2023-07-06 lacks the hour of 16:00 in summer time.
        List<Bar> bars = new ArrayList<>();
        for (String day : List.of("2023-07-03", "2023-07-05", "2023-07-06", "2023-07-07")) {
            // The third of July closes at 17:00 UTC, the fourth is a holiday.
            int close = day.equals("2023-07-03") ? 16 : 19;
            for (int hour = 13; hour <= close; hour++) {
                if (!day.equals("2023-07-06") || hour != 16) {
                    bars.add(bar(Instant.parse(day + "T" + hour + ":00:00Z"), 1));
                }
            }
        }

        DataQuality quality = DataQuality.of(series(Timeframe.HOUR, bars), TradingCalendar.US_EQUITY);

        assertThat(quality.count(Kind.GAP)).isEqualTo(1);
        assertThat(quality.longestGap())
                .hasValue(new Gap(Instant.parse("2023-07-06T15:00:00Z"), Instant.parse("2023-07-06T17:00:00Z"), 1));
    }

    @Test
    void seesNoGapInTheWeekendOfCurrencies() {
        List<Bar> bars = Stream.of("2024-01-05T20:00:00Z", "2024-01-05T21:00:00Z", "2024-01-07T22:00:00Z")
                .map(time -> bar(Instant.parse(time), 1))
                .toList();

        assertThat(DataQuality.of(series(Timeframe.HOUR, bars), TradingCalendar.FX_24X5)
                        .count(Kind.GAP))
                .isZero();
    }

    @Test
    void countsFlatBarsAndVolumes() {
        List<Bar> bars = List.of(
                new Bar(0, 1, 1, 1, 1, 0),
                new Bar(3_600_000, 1, 2, 1, 1, Double.NaN),
                new Bar(7_200_000, 1, 2, 1, 2, 0));

        DataQuality quality = DataQuality.of(series(Timeframe.HOUR, bars), TradingCalendar.CRYPTO_24X7);

        assertThat(quality.count(Kind.FLAT)).isEqualTo(1);
        assertThat(quality.count(Kind.ZERO_VOLUME)).isEqualTo(2);
        assertThat(quality.count(Kind.UNKNOWN_VOLUME)).isEqualTo(1);
        DataQuality.Finding zero = quality.findings().get(2);
        assertThat(zero.first()).hasValue(Instant.EPOCH);
        assertThat(zero.last()).hasValue(Instant.ofEpochMilli(7_200_000));
    }

    @Test
    void countsJumpsByTheSpreadOfAllReturns() {
        // Steps of about ±1 % have a median absolute deviation of 1 %: ten robust deviations are 14.8 %.
        double[] closes = new double[101];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 2 == 0 ? 100 : 101;
        }
        double[] calm = closes.clone();
        calm[100] = 101 * 1.14;
        double[] jumpy = closes.clone();
        jumpy[100] = 101 * 1.17;

        assertThat(DataQuality.of(hours(calm), TradingCalendar.CRYPTO_24X7).count(Kind.JUMP))
                .isZero();
        assertThat(DataQuality.of(hours(jumpy), TradingCalendar.CRYPTO_24X7).count(Kind.JUMP))
                .isEqualTo(1);
    }

    @Test
    void countsHalvesAsJumpsWhateverTheSpread() {
        assertThat(DataQuality.of(hours(100, 49, 100, 160, 100), TradingCalendar.CRYPTO_24X7)
                        .count(Kind.JUMP))
                .isEqualTo(3);
    }

    @Test
    void countsBarsThatBeginTooEarly() {
        List<Bar> bars = Stream.of(0, 30, 60, 120)
                .map(minute -> bar(START.plusSeconds(minute * 60L), 1))
                .toList();

        DataQuality quality = DataQuality.of(series(Timeframe.HOUR, bars), TradingCalendar.CRYPTO_24X7);

        assertThat(quality.count(Kind.OVERLAP)).isEqualTo(2);
        assertThat(quality.count(Kind.GAP)).isZero();
    }

    @Test
    void saysNothingOfAnEmptySeries() {
        DataQuality quality = DataQuality.of(series(Timeframe.HOUR, List.of()), TradingCalendar.US_EQUITY);

        assertThat(quality.bars()).isZero();
        assertThat(quality.first()).isEmpty();
    }

    @Test
    void passesOverWeekendsForYears() {
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        String[] days = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2024, 1, 1))
                .filter(day -> !weekend.contains(day.getDayOfWeek()))
                .map(LocalDate::toString)
                .toArray(String[]::new);

        assertThat(DataQuality.of(daily(days), TradingCalendar.US_EQUITY).count(Kind.GAP))
                .isZero();
    }

    private static BarSeries hours(double... closes) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(bar(START.plusSeconds(3_600L * i), closes[i]));
        }
        return series(Timeframe.HOUR, bars);
    }

    private static BarSeries daily(String... days) {
        return series(
                Timeframe.DAY,
                Arrays.stream(days)
                        .map(day -> bar(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC), 1))
                        .toList());
    }

    private static Bar bar(Instant time, double close) {
        return new Bar(time.toEpochMilli(), close, close * 1.001, close, close, 1);
    }

    private static BarSeries series(Timeframe timeframe, List<Bar> bars) {
        return BarSeries.of(new SeriesKey(new Symbol("A"), timeframe, "file"), bars);
    }
}
