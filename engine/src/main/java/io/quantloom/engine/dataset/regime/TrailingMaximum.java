package io.quantloom.engine.dataset.regime;

import java.util.ArrayDeque;
import java.util.Deque;

/** The highest of the last values. Has state; used by one thread. */
final class TrailingMaximum {

    private record At(int place, double value) {}

    private final int window;
    // Each may be the highest once those before it have left: values descend.
    private final Deque<At> candidates = new ArrayDeque<>();
    private int taken;

    TrailingMaximum(int window) {
        this.window = window;
    }

    /** Takes a value and returns the highest of the last {@code window}. */
    double next(double value) {
        while (!candidates.isEmpty() && value >= candidates.getLast().value()) {
            candidates.removeLast();
        }
        candidates.addLast(new At(taken, value));
        if (candidates.getFirst().place() <= taken - window) {
            candidates.removeFirst();
        }
        taken++;
        return candidates.getFirst().value();
    }
}
