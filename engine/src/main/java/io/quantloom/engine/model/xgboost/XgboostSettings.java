package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.Hyperparameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hyperparameters of XGBoost: our names, ranges and defaults, and what the library calls them. */
final class XgboostSettings {

    /**
     * Defaults are the center of contracts.md's search space for overlapping labels, not the library's: with its depth 6,
     * eta 0.3 and min_child_weight 1 trees memorize neighboring copies and lose everything out of sample.
     */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("max_depth", "max_depth", 3, 1, 16, true),
            new Setting("eta", "eta", 0.05, 1e-6, 1, false),
            new Setting("rounds", "", 80, 1, 100_000, true),
            new Setting("min_child_weight", "min_child_weight", 100, 0, 1e9, false),
            new Setting("subsample", "subsample", 0.7, 1e-3, 1, false),
            new Setting("colsample", "colsample_bytree", 0.7, 1e-3, 1, false),
            new Setting("lambda", "lambda", 5, 0, 1e9, false),
            new Setting("scale_pos_weight", "scale_pos_weight", 1, 1e-9, 1e9, false));

    static final List<String> NAMES = SETTINGS.stream().map(Setting::name).toList();

    private final Map<String, Object> library;
    private final int rounds;

    private XgboostSettings(Map<String, Object> library, int rounds) {
        this.library = library;
        this.rounds = rounds;
    }

    private record Setting(
            String name, String libraryName, double otherwise, double least, double most, boolean whole) {

        private boolean holds(double value) {
            return value >= least && value <= most && (!whole || value == Math.rint(value));
        }

        private String range() {
            return (whole ? "a whole number" : "a number") + " in [" + text(least) + ", " + text(most) + "]";
        }
    }

    /** Reads the settings; INVALID names every one that is out of its range. */
    static Outcome<XgboostSettings> of(Hyperparameters parameters, int seed) {
        Map<String, Object> library = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            Object given = parameters.values().get(setting.name);
            boolean isNumber = given == null || given instanceof Number;
            double value = parameters.number(setting.name, setting.otherwise);
            if (!isNumber || !setting.holds(value)) {
                expected.add(setting.name + " to be " + setting.range());
                found.add(String.valueOf(given));
            } else if (!setting.libraryName.isEmpty()) {
                library.put(setting.libraryName, text(value));
            }
        }
        if (!found.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID, String.join(", ", expected), String.join(", ", found), XgboostLearner.NAME, ""));
        }
        library.put("objective", "binary:logistic");
        library.put("tree_method", "hist");
        library.put("seed", seed);
        // The generator is one of the thread: seeded anew each round it cannot depend on what ran there before.
        library.put("seed_per_iteration", true);
        library.putAll(runtime());
        return Outcome.success(new XgboostSettings(library, parameters.whole("rounds", 80)));
    }

    /** One native thread: fits run beside each other, and an oversubscribed OpenMP is many times slower. */
    static Map<String, Object> runtime() {
        Map<String, Object> runtime = new LinkedHashMap<>();
        runtime.put("nthread", 1);
        runtime.put("verbosity", 0);
        return runtime;
    }

    Map<String, Object> library() {
        return library;
    }

    int rounds() {
        return rounds;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
