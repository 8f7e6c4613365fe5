package io.quantloom.app.cli.output;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows progress on standard error: one line that is written over on a terminal, plain lines otherwise, at a rate a
 * person can read. Hands every report on to the context of who waits for the work, and asks it about cancellation. Safe
 * for use by several threads.
 */
public final class ProgressLine implements JobContext {

    /** How progress is shown. */
    public enum Mode {
        /** One line, written over. */
        UPDATING,
        /** A line now and then. */
        PLAIN,
        /** Not at all. */
        SILENT
    }

    private static final long UPDATING_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 1_000_000_000L;

    private final PrintWriter err;
    private final Mode mode;
    private final JobContext whole;
    private final LongSupplier nanoTime;
    private long last;
    private boolean begun;
    private int shown;

    /**
     * Takes where to write and who else wants to know.
     *
     * @param nanoTime a clock in nanoseconds of any origin
     */
    public ProgressLine(PrintWriter err, Mode mode, JobContext whole, LongSupplier nanoTime) {
        this.err = err;
        this.mode = mode;
        this.whole = whole;
        this.nanoTime = nanoTime;
    }

    @Override
    public void report(Progress progress) {
        whole.report(progress);
        if (mode != Mode.SILENT) {
            show(text(progress));
        }
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled();
    }

    /** Removes what stands on the line, so that the result begins on a clean one. */
    public synchronized void end() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }

    private synchronized void show(String text) {
        long now = nanoTime.getAsLong();
        if (begun && now - last < (mode == Mode.UPDATING ? UPDATING_NANOS : PLAIN_NANOS)) {
            return;
        }
        begun = true;
        last = now;
        if (mode == Mode.PLAIN) {
            err.println(text);
        } else {
            err.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
            shown = text.length();
        }
        err.flush();
    }

    private static String text(Progress progress) {
        if (Double.isNaN(progress.fraction())) {
            return progress.stage();
        }
        return String.format(Locale.ROOT, "%3.0f %%  %s", progress.fraction() * 100, progress.stage());
    }
}
