package io.quantloom.engine.model;

import io.quantloom.engine.base.Outcome;

/** Finds the model behind a reference; {@code registry} implements it. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Loads a model after checking its file against the registered hash. MISSING_DATA when there is no such model, alias
     * or file, INVALID when the file is damaged, NOT_APPLICABLE when the version is a strategy without a model.
     */
    Outcome<ServedModel> load(ModelRef ref);

    /**
     * Loads what stands behind a reference, a model or a strategy without one. Fails as {@link #load}, which this is where
     * there are models only.
     */
    default Outcome<ServedVersion> resolve(ModelRef ref) {
        return load(ref).map(model -> model);
    }
}
