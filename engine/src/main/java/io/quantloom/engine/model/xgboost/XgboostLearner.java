package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.Settings;
import java.util.List;

/**
 * Gradient-boosted trees, {@code binary:logistic} with {@code tree_method=hist}, one native thread a fit. Hyperparameters
 * and our defaults: {@code max_depth} 3, {@code eta} 0.05, {@code rounds} 80, {@code min_child_weight} 100,
 * {@code subsample} 0.7, {@code colsample} 0.7 (of columns, by tree), {@code lambda} 5, {@code scale_pos_weight} 1 (or
 * {@code balanced}: negatives per positive of the training rows), {@code base_score} estimated (or the probability to
 * start from). The model file is XGBoost's own UBJSON, which any XGBoost of the same or a later version reads. Features
 * are rounded to 32 bits. Stateless.
 */
public final class XgboostLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "xgboost";

    /** The library and its version: others give other models from the same rows. */
    public static final String LIBRARY = "xgboost4j 2.1.4";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String library() {
        return LIBRARY;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(XgboostSettings.SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return PreparedRows.bothClasses(NAME, set)
                .then(_ -> XgboostSettings.plan(parameters, set, seeds.asInt()))
                .then(plan -> new BoosterFile(NAME).fit(set, plan, context));
    }

    /**
     * {@inheritDoc} A damaged file can kill the process inside the native library, so this must never see bytes whose hash
     * was not checked; what it refuses itself is only what is plainly no XGBoost model.
     */
    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return new BoosterFile(NAME).load(bytes);
    }
}
