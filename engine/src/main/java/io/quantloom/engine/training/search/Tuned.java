package io.quantloom.engine.training.search;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.training.configuration.TrialChoice;
import io.quantloom.engine.training.preparation.CandidateTrading;
import io.quantloom.engine.training.preparation.LabelVariants.Variant;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.StudyResult;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.Recommendation;
import java.util.List;
import java.util.Optional;

/**
 * What the search came to.
 *
 * @param variant label and features of the chosen trial, its data and how candidates are traded
 * @param learner of the chosen trial
 * @param objective that scored it
 * @param chosen complete trial with the highest value, or the center of the best plateau, as the configuration asks
 * @param studies every learner's, in the configuration's order
 */
public record Tuned(
        Variant variant, Learner learner, WalkForwardObjective objective, Trial chosen, List<LearnerStudy> studies) {

    public Tuned {
        studies = List.copyOf(studies);
    }

    /**
     * The study of one learner with what scored it.
     *
     * @param choice what goes on of it; empty when no trial has a result
     */
    public record LearnerStudy(
            Learner learner, WalkForwardObjective objective, StudyResult result, Optional<Candidate> choice) {}

    /**
     * The trial of a study that goes on.
     *
     * @param trial complete
     * @param standing what learners are compared by: its value, or its neighborhood where the plateau is asked for
     */
    public record Candidate(Trial trial, double standing) {

        /** Returns the candidate of a study's trials; empty when none has a result. */
        static Optional<Candidate> of(TrialChoice choice, SearchSpace space, StudyResult result) {
            return switch (choice) {
                case BEST ->
                    result.best()
                            .map(best -> new Candidate(best, best.value().orElseThrow()));
                case PLATEAU ->
                    Recommendation.of(space, result.trials())
                            .map(found -> new Candidate(found.plateau(), found.neighborhood(found.plateau())));
            };
        }
    }

    /** {@return what it searched on} */
    public Prepared prepared() {
        return variant.prepared();
    }

    /** {@return how candidates are traded} */
    public CandidateTrading trading() {
        return variant.trading();
    }
}
