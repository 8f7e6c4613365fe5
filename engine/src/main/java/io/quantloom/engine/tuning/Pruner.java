package io.quantloom.engine.tuning;

import java.util.List;

/**
 * Decides which trials are not worth going on with. Higher values are better. The same arguments give the same answer: for
 * the sake of that, trials of the same batch never see each other. Stateless and safe for use by several threads.
 */
public interface Pruner {

    /**
     * Returns whether the trial is to stop after the step it reported last.
     *
     * @param trial RUNNING, with what it has reported so far, at least one step
     * @param told the trials of all earlier batches, ascending by number
     */
    boolean shouldPrune(Trial trial, List<Trial> told);

    /**
     * Returns those of the trials that compete with the trial of the number; a sampler learns from them alone.
     *
     * @param told as a sampler is told
     */
    default List<Trial> competitors(int number, List<Trial> told) {
        return told;
    }

    /** {@return whether it ever stops a trial} */
    default boolean isPruning() {
        return true;
    }

    /** {@return the pruner that lets every trial end} */
    static Pruner none() {
        return new Pruner() {
            @Override
            public boolean shouldPrune(Trial trial, List<Trial> told) {
                return false;
            }

            @Override
            public boolean isPruning() {
                return false;
            }
        };
    }
}
