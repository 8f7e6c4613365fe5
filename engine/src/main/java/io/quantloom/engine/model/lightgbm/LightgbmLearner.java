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
 * Gradient-boosted trees grown leaf by leaf, one native thread a fit. Hyperparameters and their defaults, which are the
 * library's: {@code rounds} 100, {@code eta} 0.1, {@code leaves} 31, {@code max_depth} −1 (no bound),
 * {@code min_data_in_leaf} 20, {@code lambda} 0, {@code subsample} 1 (of rows, drawn anew each round), {@code colsample} 1
 * (of columns, by tree), {@code class_weight} none. Contributions sum to the margin. The model file is one line of ours
 * and LightGBM's own text. Stateless.
 */
public final class LightgbmLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "lightgbm";

    /** The library and its version. */
    public static final String LIBRARY = "lightgbm4j 4.3.0-1";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("rounds", 100, 1, 100_000),
            Setting.real("eta", 0.1, 1e-6, 1),
            Setting.whole("leaves", 31, 2, 65_536),
            Setting.whole("max_depth", -1, -1, 64),
            Setting.whole("min_data_in_leaf", 20, 0, 100_000_000),
            Setting.real("lambda", 0, 0, 1e9),
            Setting.real("subsample", 1, 1e-3, 1),
            Setting.real("colsample", 1, 1e-3, 1),
            Setting.CLASS_WEIGHT);

    private static final LightgbmBoosters BOOSTERS = new LightgbmBoosters(NAME, SETTINGS);

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
        return Settings.names(SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return BOOSTERS.fit(set, parameters, settings -> own(settings, seeds.asInt()), context);
    }

    /** {@inheritDoc} A damaged file can kill the process inside the native library: only for bytes whose hash was checked. */
    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return BOOSTERS.load(bytes);
    }

    private static String own(Settings settings, int seed) {
        double rows = settings.number("subsample");
        return " num_leaves=" + settings.whole("leaves")
                + " max_depth=" + settings.whole("max_depth")
                + " min_data_in_leaf=" + settings.whole("min_data_in_leaf")
                + " lambda_l2=" + settings.number("lambda")
                + " bagging_fraction=" + rows
                + " bagging_freq=" + (rows < 1 ? 1 : 0)
                + " feature_fraction=" + settings.number("colsample")
                + " seed=" + seed;
    }
}
