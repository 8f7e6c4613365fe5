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
import java.util.Optional;

/**
 * Says that the latest move goes on: probability 1 where a momentum feature is above zero, 0 where it is below, and the
 * training share of the positive class where it is exactly zero. The label of the last bars is not known yet when it
 * decides, so the move is read from a feature, which is: hyperparameter {@code feature}, a column whose sign is that of
 * the latest move; by default the first there is of {@code 2_day_SMA_10_day_SMA_pct_diff},
 * {@code 2_day_SMA_20_day_SMA_pct_diff}, {@code 10_day_SMA_20_day_SMA_pct_diff}, {@code PPO}, {@code MACD}. No
 * contributions. Stateless.
 */
public final class PersistenceLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "persistence";

    private static final String FEATURE = "feature";
    private static final List<String> MOMENTUM = List.of(
            "2_day_SMA_10_day_SMA_pct_diff",
            "2_day_SMA_20_day_SMA_pct_diff",
            "10_day_SMA_20_day_SMA_pct_diff",
            "PPO",
            "MACD");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return List.of(FEATURE);
    }

    /** {@inheritDoc} One class is enough; NOT_APPLICABLE without rows or without a momentum feature. */
    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        List<String> candidates = parameters.has(FEATURE)
                ? List.of(String.valueOf(parameters.values().get(FEATURE)))
                : MOMENTUM;
        Optional<String> feature =
                candidates.stream().filter(set.features()::contains).findFirst();
        if (set.size() == 0 || feature.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "rows with one of the features " + String.join(", ", candidates),
                    set.size() + " rows of " + String.join(", ", set.features()),
                    NAME,
                    "name a momentum column as its hyperparameter \"" + FEATURE + "\""));
        }
        int column = set.features().indexOf(feature.get());
        return Outcome.success(
                new BaselineModel(new BaselineFile(NAME, column, set.features().size(), set.positiveShare())));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return BaselineFile.read(NAME, bytes).map(BaselineModel::new);
    }
}
