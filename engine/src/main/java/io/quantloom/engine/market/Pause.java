package io.quantloom.engine.market;

import io.quantloom.engine.base.JobContext;
import java.time.Duration;

/** The seam through which a paced feed waits, so that the engine itself holds no thread. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits for the time, or until the work is canceled, which is asked at least ten times a second.
     *
     * @param time zero or more
     */
    void await(Duration time, JobContext context);

    /** {@return a pause that is over at once, for replay at full speed and for tests} */
    static Pause none() {
        return (_, _) -> {};
    }
}
