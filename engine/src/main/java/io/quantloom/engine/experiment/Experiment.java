package io.quantloom.engine.experiment;

import java.time.Instant;

/**
 * A named collection of runs. Immutable.
 *
 * @param id its identifier
 * @param name unique among experiments
 * @param created when it was made
 */
public record Experiment(ExperimentId id, String name, Instant created) {}
