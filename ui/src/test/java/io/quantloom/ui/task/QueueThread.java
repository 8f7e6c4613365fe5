package io.quantloom.ui.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A screen's thread whose turns the test takes; delays end when the test says so. */
final class QueueThread implements UiThread {

    private final Queue<Runnable> now = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();

    @Override
    public void execute(Runnable action) {
        now.add(action);
    }

    @Override
    public void executeAfter(Duration delay, Runnable action) {
        later.add(action);
    }

    /** Runs what waits, and what that adds; returns how many turns it took. */
    int runAll() {
        int turns = 0;
        for (Runnable next = now.poll(); next != null; next = now.poll()) {
            next.run();
            turns++;
        }
        return turns;
    }

    /** Lets every delay pass. */
    void passTime() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
        runAll();
    }
}
