package io.quantloom.engine.tuning;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;

/** The studies that this process works on, and what was asked of them. Safe for use by several threads. */
public final class ActiveStudies {

    private final ConcurrentMap<String, Work> underWay = new ConcurrentHashMap<>();

    /** Asks a study to begin no more trials; those under way end. False when nobody works on it. */
    public boolean pause(String study) {
        return ask(study, false);
    }

    /** Asks a study to stop at once; trials under way are CANCELED. False when nobody works on it. */
    public boolean cancel(String study) {
        return ask(study, true);
    }

    /** Returns whether somebody works on the study. */
    public boolean isActive(String study) {
        return underWay.containsKey(study);
    }

    /** Returns the context of work on a study, to be closed at its end; empty when somebody works on it already. */
    Optional<Work> begin(String study, JobContext caller) {
        var work = new Work(study, caller);
        return underWay.putIfAbsent(study, work) == null ? Optional.of(work) : Optional.empty();
    }

    /**
     * Adds trials to a study while nobody proposes any for it: what it adds before the next proposal is part of it, and what
     * was proposed stays as it is.
     *
     * @param added takes the lowest number that was not proposed by the work under way, 0 when there is none
     */
    synchronized <T> T adding(String study, IntFunction<T> added) {
        Work work = underWay.get(study);
        if (work == null) {
            return added.apply(0);
        }
        work.hasMore = true;
        return added.apply(work.proposed);
    }

    private boolean ask(String study, boolean cancel) {
        Work work = underWay.get(study);
        if (work == null) {
            return false;
        }
        work.paused = true;
        work.canceled |= cancel;
        return true;
    }

    /** The context of a study's work. */
    final class Work implements JobContext, AutoCloseable {
        private final String study;
        private final JobContext caller;
        private volatile boolean paused;
        private volatile boolean canceled;

        // Both guarded by the studies' lock.
        private int proposed;
        private boolean hasMore = true;

        private Work(String study, JobContext caller) {
            this.study = study;
            this.caller = caller;
        }

        boolean beginsNoMore() {
            return paused || isCanceled();
        }

        /**
         * Says that trials with numbers below the given one are proposed now, and returns whether some may have been added
         * since the last time.
         */
        boolean proposes(int below) {
            synchronized (ActiveStudies.this) {
                proposed = below;
                boolean found = hasMore;
                hasMore = false;
                return found;
            }
        }

        @Override
        public void report(Progress progress) {
            caller.report(progress);
        }

        @Override
        public boolean isCanceled() {
            return canceled || caller.isCanceled();
        }

        @Override
        public void close() {
            underWay.remove(study, this);
        }
    }
}
