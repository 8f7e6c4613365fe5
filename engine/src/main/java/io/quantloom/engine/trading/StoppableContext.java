package io.quantloom.engine.trading;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;

/** Lets a wish to stop the bot end what waits for its next bar. */
final class StoppableContext implements JobContext {

    private final JobContext whole;
    private final ActiveBot bot;

    StoppableContext(JobContext whole, ActiveBot bot) {
        this.whole = whole;
        this.bot = bot;
    }

    @Override
    public void report(Progress progress) {
        whole.report(progress);
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled() || bot.isStopRequested();
    }
}
