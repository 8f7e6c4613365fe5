package io.quantloom.ui.shell.window;

import io.quantloom.ui.shell.Destination;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the person was, as in a browser. */
final class PageHistory {

    private static final int MOST = 50;

    private final Deque<Destination> back = new ArrayDeque<>();
    private final Deque<Destination> forward = new ArrayDeque<>();
    private @Nullable Destination current;

    /** Goes somewhere new. */
    void visit(Destination destination) {
        if (destination.equals(current)) {
            return;
        }
        if (current != null) {
            back.push(current);
            if (back.size() > MOST) {
                back.removeLast();
            }
        }
        forward.clear();
        current = destination;
    }

    /** Goes back. */
    Optional<Destination> back() {
        return step(back, forward);
    }

    /** Goes forward again. */
    Optional<Destination> forward() {
        return step(forward, back);
    }

    private Optional<Destination> step(Deque<Destination> from, Deque<Destination> to) {
        Destination next = from.poll();
        if (next == null || current == null) {
            return Optional.empty();
        }
        to.push(current);
        current = next;
        return Optional.of(next);
    }
}
