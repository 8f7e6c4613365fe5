package io.quantloom.engine.training.tracking;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;

/** Passes cancellation on but shows nothing: for work beside which other work reports. */
public record QuietContext(JobContext whole) implements JobContext {

    @Override
    public void report(Progress progress) {
        // the whole reports
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled();
    }
}
