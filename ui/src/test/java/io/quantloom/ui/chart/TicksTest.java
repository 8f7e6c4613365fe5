package io.quantloom.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static final long HOUR = 3_600_000;
    private static final long START = Instant.parse("2025-12-29T00:00:00Z").toEpochMilli();

    private static List<String> labels(long[] times, int first, int last, double wanted) {
        Ticks ticks = new Ticks.Calendar(times);
        List<Integer> bars = new ArrayList<>();
        ticks.collect(first, last, wanted, bars::add);
        return bars.stream().map(ticks::label).toList();
    }

    @Test
    void putsTicksOnDayBordersWhateverTheGaps() {
        // Hourly bars without weekends: the border of a day is its first bar, wherever that is.
        long[] times = LongStream.range(0, 24 * 14)
                .map(i -> START + i * HOUR)
                .filter(time -> {
                    DayOfWeek day =
                            Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).getDayOfWeek();
                    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
                })
                .toArray();

        List<String> labels = labels(times, 0, times.length - 1, 10);

        assertThat(labels)
                .containsExactly(
                        "29 Dec", "30 Dec", "31 Dec", "2026", "2 Jan", "5 Jan", "6 Jan", "7 Jan", "8 Jan", "9 Jan");
    }

    @Test
    void showsTheDateWhereANewDayBeginsAmongHours() {
        long[] times = LongStream.range(0, 40).map(i -> START + i * HOUR).toArray();

        assertThat(labels(times, 0, 39, 8)).contains("06:00", "30 Dec").doesNotContain("00:00");
    }

    @Test
    void neverGivesMoreTicksThanWanted() {
        long[] times =
                LongStream.range(0, 1_000_000).map(i -> START + i * 60_000).toArray();

        for (int shown : new int[] {30, 300, 3_000, 30_000, 300_000, 999_999}) {
            assertThat(labels(times, 0, shown, 9)).hasSizeBetween(1, 9);
        }
    }

    @Test
    void countsStepsInRoundNumbers() {
        Ticks ticks = new Ticks.Steps(101, "step");
        List<Integer> found = new ArrayList<>();

        ticks.collect(0, 100, 6, found::add);

        assertThat(found).containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(ticks.crosshair(40)).isEqualTo("step 40");
    }

    @Test
    void givesNoTicksWhereThereAreNoBars() {
        List<Integer> found = new ArrayList<>();

        new Ticks.Steps(0, "step").collect(0, -1, 6, found::add);
        new Ticks.Calendar(new long[0]).collect(0, -1, 6, found::add);

        assertThat(found).isEmpty();
    }
}
