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
        private final AtomicReferenceArray<Optional<Throwable>> faults;
        private final CountDownLatch open;

        Batch(List<Supplier<T>> work) {
            this.work = List.copyOf(work);
            this.results = new AtomicReferenceArray<>(work.size());
            this.faults = new AtomicReferenceArray<>(work.size());
            this.open = new CountDownLatch(work.size());
            for (int i = 0; i < work.size(); i++) {
                results.set(i, Optional.empty());
                faults.set(i, Optional.empty());
            }
        }

        void drain() {
            for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
                try {
                    results.set(i, Optional.of(work.get(i).get()));
                } catch (RuntimeException | Error e) {
                    // Thrown again on the caller, in the order of the work.
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
                rethrow(faults.get(i));
                all.add(results.get(i).orElseThrow());
            }
            return all;
        }

        private static void rethrow(Optional<Throwable> fault) {
            switch (fault.orElse(null)) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> {
                    // it did its work
                }
            }
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
