package io.quantloom.app.lifecycle;

import io.quantloom.engine.base.JobContext;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Hands commands to the host of the moment: at first one that runs them on the spot, later, when a window is open, one that
 * shows them there as jobs. Safe for use by several threads.
 */
public final class SwitchingHost implements CommandHost {

    private final AtomicReference<CommandHost> current;

    /** Takes the first host. */
    public SwitchingHost(CommandHost first) {
        this.current = new AtomicReference<>(first);
    }

    /** Puts another host around the one of the moment; commands under way stay where they are. */
    public void wrap(UnaryOperator<CommandHost> wrapping) {
        current.updateAndGet(wrapping);
    }

    @Override
    public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
        return current.get().run(request, out, err, caller);
    }

    @Override
    public boolean raise() {
        return current.get().raise();
    }
}
