package io.quantloom.app.wiring;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.market.Pause;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits in real time, in slices short enough to notice a cancellation. */
final class RealPause implements Pause {

    private static final long SLICE_NANOS = 50_000_000L;

    @Override
    public void await(Duration duration, JobContext context) {
        long end = System.nanoTime() + duration.toNanos();
        long left = duration.toNanos();
        while (left > 0 && !context.isCanceled()) {
            LockSupport.parkNanos(Math.min(left, SLICE_NANOS));
            left = end - System.nanoTime();
        }
    }
}
