package io.quantloom.app.lifecycle;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.io.IOException;

/** The other process, as the command it asked for sees it: canceled when its stream has ended. */
final class Caller implements JobContext {

    private volatile boolean gone;

    /** Waits until the other process ends its stream; what it sends meanwhile has no meaning. */
    void waitForEnd(Connection connection) {
        try {
            while (connection.receive().isPresent()) {
                // Nothing is expected after the request.
            }
        } catch (IOException e) {
            // Torn down: as good as ended.
        } finally {
            gone = true;
        }
    }

    @Override
    public void report(Progress progress) {
        // Progress goes over the error stream, in the form the command gives it.
    }

    @Override
    public boolean isCanceled() {
        return gone;
    }
}
