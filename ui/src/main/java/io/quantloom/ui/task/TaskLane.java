package io.quantloom.ui.task;

import java.util.concurrent.Executor;

/** Which queue work waits in, so that a training sweep never starves a screen that reads. */
public enum TaskLane {
    /** Reads of the store: many at once, on virtual threads. */
    READING,
    /** Calculations: as many at once as there are cores to spare. */
    COMPUTING,
    /** Training and studies: their own queue. */
    TRAINING;

    /**
     * The executors behind the lanes.
     *
     * @param reading for {@link #READING}
     * @param computing for {@link #COMPUTING}
     * @param training for {@link #TRAINING}
     */
    public record Executors(Executor reading, Executor computing, Executor training) {

        /** Returns one executor for every lane. */
        public static Executors all(Executor executor) {
            return new Executors(executor, executor, executor);
        }

        Executor of(TaskLane lane) {
            return switch (lane) {
                case READING -> reading;
                case COMPUTING -> computing;
                case TRAINING -> training;
            };
        }
    }
}
