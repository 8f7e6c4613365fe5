package io.quantloom.engine.model.neighbor;

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
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowModel;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.List;

/**
 * The share of the positive class among the {@code neighbors} (5) training rows nearest by Euclidean distance, each vote
 * alike; of rows at one distance the older is nearer. {@code scale} standard. Weights of rows and classes do not count, as
 * in scikit-learn. The model is the training rows; a prediction costs a walk over all of them. No contributions.
 * Stateless. Source: T. Cover and P. Hart, IEEE Transactions on Information Theory 13 (1967).
 */
public final class NearestNeighborsLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "knn";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("neighbors", 5, 1, NeighborsForm.MOST_NEIGHBORS), Setting.scale(PreparedRows.STANDARD));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(SETTINGS);
    }

    /** {@inheritDoc} NOT_APPLICABLE also with fewer rows than neighbors. */
    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return PreparedRows.of(NAME, SETTINGS, set, parameters).then(rows -> {
            int neighbors = rows.settings().whole("neighbors");
            return rows.size() < neighbors
                    ? Outcome.failed(Failure.of(
                            Reason.NOT_APPLICABLE,
                            "at least " + neighbors + " rows",
                            String.valueOf(rows.size()),
                            NAME,
                            "take a longer training window or fewer neighbors"))
                    : Outcome.success(new RowModel(NAME, NeighborsForm.of(rows, neighbors)));
        });
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, NeighborsForm::read);
    }
}
