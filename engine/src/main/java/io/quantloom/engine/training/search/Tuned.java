package io.quantloom.engine.training.search;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.training.preparation.CandidateTrading;
import io.quantloom.engine.training.preparation.LabelVariants.Variant;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.tuning.StudyResult;
import io.quantloom.engine.tuning.Trial;
import java.util.List;

/**
 * What the search came to.
 *
 * @param variant the label of the best trial, its data and how candidates are traded
 * @param learner of the best trial
 * @param objective that scored it
 * @param best complete trial with the highest value
 * @param studies every learner's, in the configuration's order
 */
public record Tuned(
        Variant variant, Learner learner, WalkForwardObjective objective, Trial best, List<LearnerStudy> studies) {

    public Tuned {
        studies = List.copyOf(studies);
    }

    /** The study of one learner with what scored it. */
    public record LearnerStudy(Learner learner, WalkForwardObjective objective, StudyResult result) {}

    /** {@return what it searched on} */
    public Prepared prepared() {
        return variant.prepared();
    }

    /** {@return how candidates are traded} */
    public CandidateTrading trading() {
        return variant.trading();
    }
}
