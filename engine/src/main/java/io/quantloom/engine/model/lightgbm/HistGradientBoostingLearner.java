package io.quantloom.engine.model.lightgbm;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.List;

/**
 * scikit-learn's HistGradientBoostingClassifier, done by LightGBM, which it was modeled on: the same growth, bins and
 * defaults. Hyperparameters: {@code rounds} 100, {@code learning_rate} 0.1, {@code leaves} 31, {@code min_data_in_leaf}
 * 20, {@code lambda} 0, {@code max_bins} 255, {@code class_weight} none. Nothing in it is random. Contributions sum to the
 * margin. Stateless.
 */
public final class HistGradientBoostingLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "hist-gradient-boosting";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("rounds", 100, 1, 100_000),
            Setting.real("learning_rate", 0.1, 1e-6, 1),
            Setting.whole("leaves", 31, 2, 65_536),
            Setting.whole("min_data_in_leaf", 20, 0, 100_000_000),
            Setting.real("lambda", 0, 0, 1e9),
            Setting.whole("max_bins", 255, 2, 255),
            Setting.CLASS_WEIGHT);

    private static final LightgbmBoosters BOOSTERS = new LightgbmBoosters(NAME, SETTINGS);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String library() {
        return LightgbmLearner.LIBRARY;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return BOOSTERS.fit(set, parameters, HistGradientBoostingLearner::own, context);
    }

    /** {@inheritDoc} Only for bytes whose hash was checked, as with {@link LightgbmLearner#load}. */
    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return BOOSTERS.load(bytes);
    }

    private static String own(Settings settings) {
        return " num_leaves=" + settings.whole("leaves")
                + " min_data_in_leaf=" + settings.whole("min_data_in_leaf")
                + " lambda_l2=" + settings.number("lambda")
                + " max_bin=" + settings.whole("max_bins")
                + " min_data_in_bin=1"
                + " seed=0";
    }
}
