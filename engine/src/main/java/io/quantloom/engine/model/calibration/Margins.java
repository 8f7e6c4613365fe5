package io.quantloom.engine.model.calibration;

import io.quantloom.engine.model.TrainedModel;

/**
 * What a calibration is fitted on: {@code ln(q / (1 − q))} with {@code q = 0.001 + 0.998·p}, so that a learner that says 0
 * or 1 (the vote of five neighbors) does not rule the fit; the decision value where a learner has no probability.
 */
final class Margins {

    private static final double NEAREST = 1e-3;

    private Margins() {}

    static double[] of(TrainedModel model, double[][] rows) {
        if (!model.isProbabilistic()) {
            return model.scores(rows);
        }
        double[] probabilities = model.probabilities(rows);
        double[] margins = new double[probabilities.length];
        for (int i = 0; i < margins.length; i++) {
            double q = NEAREST + (1 - 2 * NEAREST) * probabilities[i];
            margins[i] = Math.log(q / (1 - q));
        }
        return margins;
    }
}
