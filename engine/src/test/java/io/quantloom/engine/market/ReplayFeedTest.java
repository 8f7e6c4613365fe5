package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.instrument.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayFeedTest {

    private static final BarSeries TEN_HOURS = BarSeries.of(
            new SeriesKey(new Symbol("A"), Timeframe.HOUR, "file"),
            IntStream.range(0, 10)
                    .mapToObj(i -> new Bar(i * 3_600_000L, 1 + i, 1 + i, 1 + i, 1 + i, 1))
                    .toList());

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void knowsWhatWasBeforeAndTellsTheRestOnce() {
        var feed = feed(3, 6, ReplayFeed.MAX_SPEED);

        assertThat(feed.history().size()).isEqualTo(3);
        assertThat(feed.remaining()).isEqualTo(4);
        assertThat(rest(feed)).extracting(Bar::open).containsExactly(4.0, 5.0, 6.0, 7.0);
        assertThat(feed.next(JobContext.none())).isEmpty();
        assertThat(feed.history().size()).isEqualTo(3);
    }

    @Test
    void endsWhereTheBarsEndAndMayBeEmpty() {
        assertThat(rest(feed(8, 99, ReplayFeed.MAX_SPEED))).hasSize(2);
        assertThat(rest(feed(20, 99, ReplayFeed.MAX_SPEED))).isEmpty();
        assertThat(rest(feed(5, 4, ReplayFeed.MAX_SPEED))).isEmpty();
    }

    @Test
    void waitsTheLengthOfABarDividedByTheSpeed() {
        rest(feed(0, 2, 3_600));

        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void neverWaitsAtFullSpeed() {
        rest(feed(0, 9, ReplayFeed.MAX_SPEED));

        assertThat(waits).isEmpty();
    }

    @Test
    void endsWithoutABarWhenItIsCanceledWhileItWaits() {
        boolean[] canceled = new boolean[1];
        var feed = new ReplayFeed(TEN_HOURS, at(0), at(9), 60, (_, _) -> canceled[0] = true);
        JobContext context = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return canceled[0];
            }
        };

        assertThat(feed.next(context)).isEmpty();
        assertThat(feed.remaining()).isEqualTo(10);
    }

    @Test
    void tellsNothingAfterItIsClosed() {
        var feed = feed(0, 9, ReplayFeed.MAX_SPEED);

        feed.close();

        assertThat(feed.next(JobContext.none())).isEmpty();
    }

    @Test
    void rejectsASpeedThatIsNotAboveZero() {
        assertThatThrownBy(() -> feed(0, 9, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> feed(0, 9, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private ReplayFeed feed(int from, int to, double speed) {
        return new ReplayFeed(TEN_HOURS, at(from), at(to), speed, (time, _) -> waits.add(time));
    }

    private static List<Bar> rest(ReplayFeed feed) {
        List<Bar> bars = new ArrayList<>();
        for (Optional<Bar> bar = feed.next(JobContext.none()); bar.isPresent(); bar = feed.next(JobContext.none())) {
            bars.add(bar.get());
        }
        return bars;
    }

    private static Instant at(int hour) {
        return Instant.ofEpochMilli(hour * 3_600_000L);
    }
}
