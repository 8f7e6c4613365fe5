package io.quantloom.app.desktop;

import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;

/** Shows the desktop. */
public final class Desktop {

    private Desktop() {}

    /**
     * Shows the window and returns when it was closed, or when the work was canceled. An empty workspace is filled with the
     * sample market of the seed. UNAVAILABLE where the system cannot show windows.
     */
    public static Outcome<Boolean> show(Application application, long seed, JobContext context) {
        try {
            Window.startToolkit();
        } catch (UnsupportedOperationException e) {
            return Outcome.failed(Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "the system's libraries for windows, which on Linux are those of GTK 3",
                            String.valueOf(e.getMessage()),
                            "the display",
                            "install them (Debian: libgtk-3-0), or unset DISPLAY and get pictures instead")
                    .causedBy(e));
        }
        try (var window = new Window(application, seed)) {
            window.fillIfEmpty();
            window.awaitClosing(context::isCanceled);
        }
        return Outcome.success(true);
    }
}
