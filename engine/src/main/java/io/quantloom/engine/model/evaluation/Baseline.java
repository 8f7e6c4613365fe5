package io.quantloom.engine.model.evaluation;

import java.util.Optional;

/**
 * What a learner that knows nothing of the features' meaning reached on the same rows. Immutable.
 *
 * @param learner for example {@code majority}
 * @param score what it reached; empty when it could not be fitted
 * @param reason why it could not; empty text when it could
 */
public record Baseline(String learner, Optional<ClassificationScore> score, String reason) {

    /** Checks that there is either a score or a reason. */
    public Baseline {
        if (score.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("expected either a score or a reason");
        }
    }

    /** Returns a baseline that was measured. */
    public static Baseline of(String learner, ClassificationScore score) {
        return new Baseline(learner, Optional.of(score), "");
    }

    /** Returns a baseline that does not exist here. */
    public static Baseline missing(String learner, String reason) {
        return new Baseline(learner, Optional.empty(), reason);
    }
}
