package io.quantloom.engine.model;

import java.util.Map;

/**
 * The settings that the ten classifiers of the crypto pool had: each library's own defaults, no scaling but in the neural
 * net, both classes weighed alike where its author asked for it. For comparison with other implementations; learners
 * given nothing take Quantloom's defaults, which expect overlapping labels and features of any size.
 */
public final class LibraryDefaults {

    private static final String NONE = "none";
    private static final String BALANCED = "balanced";

    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "random-forest", Map.of("class_weight", BALANCED),
            "svm", Map.of("scale", NONE, "class_weight", BALANCED),
            "xgboost",
                    Map.of(
                            "max_depth", 6L,
                            "eta", 0.3,
                            "rounds", 100L,
                            "min_child_weight", 1.0,
                            "subsample", 1.0,
                            "colsample", 1.0,
                            "lambda", 1.0,
                            "scale_pos_weight", BALANCED,
                            "base_score", 0.5),
            "ridge", Map.of("scale", NONE, "class_weight", BALANCED),
            "knn", Map.of("scale", NONE),
            "mlp", Map.of("scale", NONE),
            "lightgbm", Map.of("class_weight", BALANCED),
            "neural-net", Map.of("class_weight", BALANCED),
            "logistic-regression", Map.of("scale", NONE));

    private LibraryDefaults() {}

    /** {@return the settings of the learner; none where its own defaults are the library's} */
    public static Hyperparameters of(String learner) {
        return Hyperparameters.of(SETTINGS.getOrDefault(learner, Map.of()));
    }
}
