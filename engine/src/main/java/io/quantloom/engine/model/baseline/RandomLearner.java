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
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.RowModel;
import java.util.List;

/**
 * Guesses: a hash of row and seed decides, so that a row always has the same answer and no answer means anything. Says the
 * positive class as often as the training rows had it. No hyperparameters, no contributions. Stateless.
 */
public final class RandomLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "random";

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
                new RowModel(NAME, new GuessForm(set.features().size(), seeds.root(), set.positiveShare())));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, GuessForm::read);
    }
}
