package io.quantloom.engine.model.evaluation;

/**
 * How good the probabilities are as probabilities. Immutable.
 *
 * @param brier mean squared error, see {@link ClassificationScore#brier}
 * @param logLoss see {@link ClassificationScore#logLoss}
 * @param reliability quantile bins
 */
public record ProbabilityFit(double brier, double logLoss, ReliabilityCurve reliability) {

    /**
     * Measures the probabilities.
     *
     * @param worth independent rows that one row is worth, in (0, 1]
     */
    static ProbabilityFit of(double[] probabilities, boolean[] positive, double worth) {
        var score = ClassificationScore.of(probabilities, positive);
        return new ProbabilityFit(
                score.brier(),
                score.logLoss(),
                ReliabilityCurve.of(probabilities, positive, ReliabilityCurve.BINS, worth));
    }
}
