package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ClassWeights;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A random forest: one round of XGBoost with many parallel trees, each from a sample of the rows, each node from a sample
 * of the columns. From the even start the leaves hold {@code 4·(share − ½)} of the positive class, and their mean over the
 * trees is the margin; the probability is its sigmoid, which follows the mean share near one half and draws the extremes
 * in. Hyperparameters: {@code trees} 100, {@code max_depth} 0 (no bound), {@code min_child_weight} 0 (a quarter of the
 * weight of a leaf's rows), {@code subsample} 0.632 (the share of distinct rows in a bootstrap sample), {@code colsample}
 * sqrt (√d of the d columns at each node, or a share), {@code max_bins} 64 (thresholds tried of each column; 256 cost four
 * times as much and are no better), {@code class_weight} none. Contributions sum to the margin.
 * Stateless. Source: L. Breiman, Machine Learning 45 (2001).
 */
public final class RandomForestLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "random-forest";

    private static final String SQRT = "sqrt";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("trees", 100, 1, 10_000),
            Setting.whole("max_depth", 0, 0, 64),
            Setting.real("min_child_weight", 0, 0, 1e9),
            Setting.real("subsample", 0.632, 1e-3, 1),
            new Setting.Numeric("colsample", SQRT, 1e-3, 1, false, List.of(SQRT)),
            Setting.whole("max_bins", 64, 2, 65_536),
            Setting.CLASS_WEIGHT);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String library() {
        return XgboostLearner.LIBRARY;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return PreparedRows.bothClasses(NAME, set)
                .then(_ -> Settings.read(NAME, SETTINGS, parameters))
                .then(settings -> new BoosterFile(NAME).fit(set, plan(settings, set, seeds.asInt()), context));
    }

    /** {@inheritDoc} Only for bytes whose hash was checked, as with {@link XgboostLearner#load}. */
    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return new BoosterFile(NAME).load(bytes);
    }

    private static BoosterPlan plan(Settings settings, TrainingSet set, int seed) {
        int columns = set.features().size();
        double share = settings.isWord("colsample") ? 1 / Math.sqrt(columns) : settings.number("colsample");
        Map<String, Object> library = new LinkedHashMap<>();
        library.put("num_parallel_tree", settings.whole("trees"));
        library.put("max_depth", settings.whole("max_depth"));
        library.put("min_child_weight", settings.number("min_child_weight"));
        library.put("subsample", settings.number("subsample"));
        library.put("colsample_bynode", share);
        library.put("max_bin", settings.whole("max_bins"));
        library.put("eta", 1);
        library.put("lambda", 0);
        library.put("base_score", 0.5);
        return BoosterPlan.of(library, seed, 1, ClassWeights.of(settings.word("class_weight"), set));
    }
}
