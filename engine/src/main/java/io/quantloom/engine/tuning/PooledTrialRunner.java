package io.quantloom.engine.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Caller and helpers take the next piece of work from one counter until none is left. */
final class PooledTrialRunner implements TrialRunner {

    private final Executor executor;
    private final int workers;

    PooledTrialRunner(Executor executor, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("a runner has at least one worker, was " + workers);
        }
        this.executor = executor;
        this.workers = workers;
    }

    @Override
    public <T> List<T> run(List<Supplier<T>> work) {
        var batch = new Batch<T>(work);
        for (int helper = 1; helper < Math.min(workers, work.size()); helper++) {
            executor.execute(batch::drain);
        }
        batch.drain();
        return batch.results();
    }

    private static final class Batch<T> {
        private final List<Supplier<T>> work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<Optional<T>> results;
        private final AtomicReferenceArray<Optional<RuntimeException>> faults;
        private final CountDownLatch open;

        Batch(List<Supplier<T>> work) {
            this.work = List.copyOf(work);
            this.results = new AtomicReferenceArray<>(work.size());
            this.faults = new AtomicReferenceArray<>(work.size());
            this.open = new CountDownLatch(work.size());
        }

        void drain() {
            for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
                try {
                    results.set(i, Optional.of(work.get(i).get()));
                    faults.set(i, Optional.empty());
                } catch (RuntimeException e) {
                    faults.set(i, Optional.of(e));
                } finally {
                    open.countDown();
                }
            }
        }

        List<T> results() {
            awaitOthers();
            var all = new ArrayList<T>();
            for (int i = 0; i < work.size(); i++) {
                Optional<RuntimeException> fault = faults.get(i);
                if (fault == null) {
                    throw new IllegalStateException("work " + i + " ended with an error of the platform");
                }
                fault.ifPresent(exception -> {
                    throw exception;
                });
                all.add(results.get(i).orElseThrow());
            }
            return all;
        }

        // Work asks for cancellation by a flag; an interrupt is kept for the caller and does not end the wait.
        private void awaitOthers() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
