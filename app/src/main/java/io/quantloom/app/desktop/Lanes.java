package io.quantloom.app.desktop;

import io.quantloom.ui.task.TaskLane;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads behind the window: many that read, those that calculate, one that trains. */
final class Lanes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService reading = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("read-", 1).factory());
    private final ExecutorService training = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("training-", 1).factory());
    private final Executor computing;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Takes the pool that calculates. */
    Lanes(Executor computing) {
        this.computing = computing;
    }

    TaskLane.Executors executors() {
        return new TaskLane.Executors(counted(reading), counted(computing), counted(training));
    }

    /** {@return whether no work is under way or waits} */
    boolean areIdle() {
        return underWay.get() == 0;
    }

    /** Takes no more work and waits for what is under way, which was asked to stop before. */
    @Override
    public void close() {
        reading.shutdown();
        training.shutdown();
        try {
            boolean ended = reading.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    && training.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                // The store closes under it: that work ends with a sentence, and what it had recorded is there.
                training.shutdown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Executor counted(Executor executor) {
        return work -> {
            underWay.incrementAndGet();
            executor.execute(() -> {
                try {
                    work.run();
                } finally {
                    underWay.decrementAndGet();
                }
            });
        };
    }
}
