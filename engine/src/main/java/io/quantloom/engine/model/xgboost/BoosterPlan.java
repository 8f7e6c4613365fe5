package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.model.learning.ClassWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/** How XGBoost is to fit. Immutable by convention. */
final class BoosterPlan {

    private final Map<String, Object> library;
    private final int rounds;
    private final ClassWeights classes;

    private BoosterPlan(Map<String, Object> library, int rounds, ClassWeights classes) {
        this.library = library;
        this.rounds = rounds;
        this.classes = classes;
    }

    /** Returns a plan; adds to the library's settings what all of ours have. */
    static BoosterPlan of(Map<String, Object> settings, int seed, int rounds, ClassWeights classes) {
        Map<String, Object> library = new LinkedHashMap<>(settings);
        library.put("objective", "binary:logistic");
        library.put("tree_method", "hist");
        library.put("seed", seed);
        // The generator is one of the thread: seeded anew each round it cannot depend on what ran there before.
        library.put("seed_per_iteration", true);
        library.putAll(runtime());
        return new BoosterPlan(library, rounds, classes);
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

    ClassWeights classes() {
        return classes;
    }
}
