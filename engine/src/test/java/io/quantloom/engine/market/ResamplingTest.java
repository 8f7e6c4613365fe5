package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.instrument.Symbol;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static final Timeframe WEEK = Timeframe.parse("1w").orElseThrow();

    @Test
    void mergesTheBarsOfADay() {
        BarSeries hourly = hourly(
                bar("2024-01-01T00:00:00Z", 10, 12, 9, 11, 1),
                bar("2024-01-01T05:00:00Z", 11, 15, 10, 14, 2),
                bar("2024-01-01T23:00:00Z", 14, 14, 8, 9, 3));

        BarSeries daily = Resampling.of(hourly, Timeframe.DAY, Resampling.LastBar.COMPLETE_ONLY);

        assertThat(daily.key()).hasToString("A 1d file");
        assertThat(daily.size()).isEqualTo(1);
        assertThat(daily.bar(0)).isEqualTo(bar("2024-01-01T00:00:00Z", 10, 15, 8, 9, 6));
    }

    @Test
    void leavesOutALastBarThatHasNotClosedUnlessTold() {
        BarSeries hourly =
                hourly(bar("2024-01-01T23:00:00Z", 1, 1, 1, 1, 1), bar("2024-01-02T00:00:00Z", 2, 2, 2, 2, 1));

        assertThat(Resampling.of(hourly, Timeframe.DAY, Resampling.LastBar.COMPLETE_ONLY)
                        .size())
                .isEqualTo(1);
        assertThat(Resampling.of(hourly, Timeframe.DAY, Resampling.LastBar.KEPT).size())
                .isEqualTo(2);
    }

    @Test
    void knowsNoVolumeWhereAPartIsUnknown() {
        BarSeries hourly =
                hourly(bar("2024-01-01T22:00:00Z", 1, 1, 1, 1, 5), bar("2024-01-01T23:00:00Z", 1, 1, 1, 1, Double.NaN));

        assertThat(Resampling.of(hourly, Timeframe.DAY, Resampling.LastBar.COMPLETE_ONLY)
                        .volume(0))
                .isNaN();
    }

    @Test
    void beginsWeeksOnMonday() {
        // 2024-01-07 was a Sunday, 2024-01-08 a Monday.
        BarSeries hourly =
                hourly(bar("2024-01-07T23:00:00Z", 1, 1, 1, 1, 1), bar("2024-01-08T00:00:00Z", 2, 2, 2, 2, 1));

        BarSeries weekly = Resampling.of(hourly, WEEK, Resampling.LastBar.KEPT);

        assertThat(Instant.ofEpochMilli(weekly.openTime(0))).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(Instant.ofEpochMilli(weekly.openTime(1))).isEqualTo("2024-01-08T00:00:00Z");
    }

    @Test
    void skipsDaysWithoutBars() {
        BarSeries hourly =
                hourly(bar("2024-01-01T23:00:00Z", 1, 1, 1, 1, 1), bar("2024-01-05T23:00:00Z", 2, 2, 2, 2, 1));

        assertThat(Resampling.of(hourly, Timeframe.DAY, Resampling.LastBar.COMPLETE_ONLY)
                        .size())
                .isEqualTo(2);
    }

    @Test
    void rejectsATimeframeThatIsNoMultiple() {
        BarSeries hourly = hourly(bar("2024-01-01T23:00:00Z", 1, 1, 1, 1, 1));
        Timeframe ninety = Timeframe.parse("90m").orElseThrow();

        assertThatThrownBy(() -> Resampling.of(hourly, ninety, Resampling.LastBar.KEPT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("90m is no whole multiple of 1h");
    }

    private static BarSeries hourly(Bar... bars) {
        return BarSeries.of(new SeriesKey(new Symbol("A"), Timeframe.HOUR, "file"), List.of(bars));
    }

    private static Bar bar(String time, double open, double high, double low, double close, double volume) {
        return new Bar(Instant.parse(time).toEpochMilli(), open, high, low, close, volume);
    }
}
