package io.quantloom.engine.model.comparison;

import io.quantloom.engine.model.evaluation.Evaluation;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a learner did on rows it had not seen. Immutable.
 *
 * @param name the learner
 * @param evaluation what its answers were worth, at the class that the learner itself says; empty where it did not fit
 * @param problem why it did not fit; empty where it did
 * @param fitCpuSeconds processor time of the fit, in seconds
 * @param predictCpuSeconds processor time of the probabilities of all unseen rows, in seconds
 */
public record LearnerScore(
        String name, Optional<Evaluation> evaluation, String problem, double fitCpuSeconds, double predictCpuSeconds) {

    /** Returns a measure by its name in contracts.md; empty where it is undefined or the learner did not fit. */
    public OptionalDouble measure(String measure) {
        return evaluation.map(each -> each.measure(measure).value()).orElseGet(OptionalDouble::empty);
    }
}
