package io.quantloom.engine.model.baseline;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;

/**
 * Answers every row with the weighted share of the positive class among the training rows; its class at 0.5 is the
 * majority's. No hyperparameters, no contributions. Stateless.
 */
public final class MajorityLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "majority";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    /** {@inheritDoc} One class is enough; NOT_APPLICABLE without rows. */
    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        if (set.size() == 0) {
            return Outcome.failed(Failure.of(Reason.NOT_APPLICABLE, "at least one row", "none", NAME, ""));
        }
        return Outcome.success(
                new BaselineModel(new BaselineFile(NAME, -1, set.features().size(), set.positiveShare())));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return BaselineFile.read(NAME, bytes).map(BaselineModel::new);
    }
}
