package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ClassWeights;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hyperparameters of boosting: our names, ranges and defaults, and what the library calls them. */
final class XgboostSettings {

    private static final String SCALE = "scale_pos_weight";
    private static final String BASE = "base_score";
    private static final String ESTIMATED = "estimated";

    /**
     * Defaults are the center of contracts.md's search space for overlapping labels, not the library's: with its depth 6,
     * eta 0.3 and min_child_weight 1 trees memorize neighboring copies and lose everything out of sample.
     */
    static final List<Setting> SETTINGS = List.of(
            Setting.whole("max_depth", 3, 1, 16),
            Setting.real("eta", 0.05, 1e-6, 1),
            Setting.whole("rounds", 80, 1, 100_000),
            Setting.real("min_child_weight", 100, 0, 1e9),
            Setting.real("subsample", 0.7, 1e-3, 1),
            Setting.real("colsample", 0.7, 1e-3, 1),
            Setting.real("lambda", 5, 0, 1e9),
            new Setting.Numeric(SCALE, 1.0, 1e-9, 1e9, false, List.of(ClassWeights.BALANCED)),
            new Setting.Numeric(BASE, ESTIMATED, 1e-6, 1 - 1e-6, false, List.of(ESTIMATED)));

    /** Ours by theirs; what is not here is named alike. */
    private static final Map<String, String> LIBRARY_NAMES = Map.of("colsample", "colsample_bytree");

    private XgboostSettings() {}

    /** Reads the settings; INVALID names every one that is out of its range. */
    static Outcome<BoosterPlan> plan(Hyperparameters parameters, TrainingSet set, int seed) {
        return Settings.read(XgboostLearner.NAME, SETTINGS, parameters).map(settings -> {
            Map<String, Object> library = new LinkedHashMap<>();
            for (Setting setting : SETTINGS) {
                if (!settings.isWord(setting.name()) && !setting.name().equals("rounds")) {
                    library.put(
                            LIBRARY_NAMES.getOrDefault(setting.name(), setting.name()),
                            Setting.text(settings.number(setting.name())));
                }
            }
            if (settings.isWord(SCALE)) {
                library.put(SCALE, ClassWeights.negativesPerPositive(set));
            }
            return BoosterPlan.of(library, seed, settings.whole("rounds"), ClassWeights.EQUAL);
        });
    }
}
