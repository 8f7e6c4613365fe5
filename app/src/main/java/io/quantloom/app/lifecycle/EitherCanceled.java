package io.quantloom.app.lifecycle;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;

/**
 * Work that two wait for: it reports to both and is canceled when either is.
 *
 * @param one for example the process that asked
 * @param other for example the process that runs it
 */
public record EitherCanceled(JobContext one, JobContext other) implements JobContext {

    @Override
    public void report(Progress progress) {
        one.report(progress);
        other.report(progress);
    }

    @Override
    public boolean isCanceled() {
        return one.isCanceled() || other.isCanceled();
    }
}
