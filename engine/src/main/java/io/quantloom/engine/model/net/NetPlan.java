package io.quantloom.engine.model.net;

import java.util.List;

/**
 * How a net is built and trained.
 *
 * @param hidden widths of the hidden layers
 * @param randomBiases whether biases begin as random as weights
 * @param epochs largest number of walks over the rows
 * @param batch rows a step
 * @param rate of Adam
 * @param epsilon of Adam
 * @param penalty strength of the squared weights in the loss, per row of a batch
 * @param patience ends after more than so many epochs without a loss lower by 1e-4; 0 never ends early
 */
record NetPlan(
        List<Integer> hidden,
        boolean randomBiases,
        int epochs,
        int batch,
        double rate,
        double epsilon,
        double penalty,
        int patience) {}
