package io.quantloom.engine.market;

import io.quantloom.engine.base.JobContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stored bars told again as if they just closed: those that open in [from, to], each once, oldest first. Time runs
 * {@code speed} times as fast as in life; hours in which the market was closed or bars are missing are skipped, they cost
 * no waiting. Used by one thread.
 */
public final class ReplayFeed implements MarketDataFeed {

    /** Speed of a replay that never waits. */
    public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

    private static final double NANOS_A_MILLI = 1e6;

    private final BarSeries series;
    private final int start;
    private final int end;
    private final Duration wait;
    private final Pause pause;
    private int next;

    /**
     * Takes the stored bars and how to wait.
     *
     * @param series all stored bars, those before {@code from} become the history
     * @param from open time of the first bar to tell, inclusive
     * @param to open time of the last bar to tell, inclusive
     * @param speed how many times as fast as life, above zero; {@link #MAX_SPEED} for no waiting
     * @throws IllegalArgumentException if the speed is not above zero
     */
    public ReplayFeed(BarSeries series, Instant from, Instant to, double speed, Pause pause) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a speed must be above zero, was " + speed);
        }
        this.series = series;
        this.start = series.firstAtOrAfter(from.toEpochMilli());
        this.end = Math.max(start, series.firstAtOrAfter(to.toEpochMilli() + 1));
        this.wait = Duration.ofNanos((long) (series.key().timeframe().millis() * NANOS_A_MILLI / speed));
        this.pause = pause;
        this.next = start;
    }

    @Override
    public BarSeries history() {
        return series.slice(0, start);
    }

    /** {@return how many bars are still to be told} */
    public int remaining() {
        return end - next;
    }

    @Override
    public Optional<Bar> next(JobContext context) {
        if (next < end && !wait.isZero() && !context.isCanceled()) {
            pause.await(wait, context);
        }
        if (next >= end || context.isCanceled()) {
            return Optional.empty();
        }
        return Optional.of(series.bar(next++));
    }

    @Override
    public void close() {
        next = end;
    }
}
