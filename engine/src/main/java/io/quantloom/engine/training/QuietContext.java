package io.quantloom.engine.training;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;

/** Passes cancellation on but shows nothing: for work beside which other work reports. */
record QuietContext(JobContext whole) implements JobContext {

    @Override
    public void report(Progress progress) {
        // the whole reports
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled();
    }
}
