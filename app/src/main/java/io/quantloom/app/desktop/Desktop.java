package io.quantloom.app.desktop;

import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;

/** Shows the desktop. */
public final class Desktop {

    private Desktop() {}

    /**
     * Shows the window and returns when it was closed, or when the work was canceled. An empty workspace is filled with the
     * sample market of the seed.
     */
    public static void show(Application application, long seed, JobContext context) {
        try (var window = new Window(application, seed)) {
            window.fillIfEmpty();
            window.awaitClosing(context::isCanceled);
        }
    }
}
