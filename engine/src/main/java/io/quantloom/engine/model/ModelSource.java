package io.quantloom.engine.model;

import io.quantloom.engine.base.Outcome;

/** Finds the model behind a reference; {@code registry} implements it. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Loads a model after checking its file against the registered hash. MISSING_DATA when there is no such model, alias
     * or file, INVALID when the file is damaged.
     */
    Outcome<ServedModel> load(ModelRef ref);
}
