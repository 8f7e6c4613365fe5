package io.quantloom.engine.base;

/**
 * What blocking work knows of the world that waits for it. Work asks {@link #isCanceled()} at least ten times a second
 * and ends as {@link Outcome.Canceled} when it is set; it is never interrupted. Implementations may be called from
 * several threads.
 */
public interface JobContext {

    /** Tells how far the work is; cheap, conflated by the receiver. */
    void report(Progress progress);

    /** {@return whether somebody asked the work to stop} */
    boolean isCanceled();

    /** {@return a context that shows nothing and is never canceled} */
    static JobContext none() {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return false;
            }
        };
    }

    /** Returns a context that is canceled with this work but shows nothing: for work beside which other work reports. */
    default JobContext quiet() {
        JobContext whole = this;
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                // the whole reports
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }

    /**
     * Returns a context for a part of this work: the part's fraction [0, 1] becomes [from, to] of the whole, and its
     * stage is written behind the given one.
     */
    default JobContext part(String stage, double from, double to) {
        JobContext whole = this;
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                String text = progress.stage().isEmpty() ? stage : stage + " · " + progress.stage();
                double inner = Double.isNaN(progress.fraction()) ? 0 : progress.fraction();
                whole.report(new Progress(text, Math.clamp(from + (to - from) * inner, 0.0, 1.0)));
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }
}
