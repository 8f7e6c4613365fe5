package io.quantloom.engine.model;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import java.util.List;

/**
 * An algorithm that learns a binary classifier. Stateless and safe for use by several threads; equal inputs give equal
 * model bytes.
 */
public interface Learner {

    /** {@return its name as in contracts.md, for example {@code xgboost}} */
    String name();

    /** {@return the library and version that does the work; another may give another model from the same rows} */
    default String library() {
        return "quantloom";
    }

    /** {@return the names of the hyperparameters it reads; it passes over any other, such as a trial's {@code threshold}} */
    List<String> parameters();

    /**
     * Fits a model. INVALID when a hyperparameter is out of its range, NOT_APPLICABLE when the rows hold fewer than two classes where the learner needs both,
     * CALCULATION_FAILED when the library fails.
     */
    Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context);

    /** Reads a model back from bytes whose hash the caller has checked. INVALID when they are none of this learner's. */
    Outcome<TrainedModel> load(byte[] bytes);
}
