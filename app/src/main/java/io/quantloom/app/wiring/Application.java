package io.quantloom.app.wiring;

import io.quantloom.app.lifecycle.CommandHost;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.SwitchingHost;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;

/** An open workspace with every use case on it. Closing it closes the store. */
public final class Application implements AutoCloseable {

    private final Path folder;
    private final Stores stores;
    private final Events events;
    private final Runnable close;
    private final SwitchingHost host = new SwitchingHost(new CommandHost() {
        @Override
        public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
            throw new IllegalStateException("nobody has said how to run " + request);
        }

        @Override
        public boolean raise() {
            return false;
        }
    });

    Application(Path folder, Stores stores, Events events, Runnable close) {
        this.folder = folder;
        this.stores = stores;
        this.events = events;
        this.close = close;
    }

    /** Opens the workspace, see {@link ApplicationOpener}. */
    public static Outcome<Application> open(Path workspace) {
        return Outcome.failed(Failure.of(Failure.Reason.UNAVAILABLE, "a store", "none", workspace.toString(), ""));
    }

    /** {@return the folder of the workspace} */
    public Path folder() {
        return folder;
    }

    /** {@return the ports, for reading} */
    public Stores stores() {
        return stores;
    }

    /** {@return the hub of what happens} */
    public Events events() {
        return events;
    }

    /** {@return who runs the commands of other processes here} */
    public SwitchingHost host() {
        return host;
    }

    @Override
    public void close() {
        close.run();
    }
}
