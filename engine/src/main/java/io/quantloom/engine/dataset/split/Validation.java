package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import java.time.Duration;
import java.util.Optional;

/** A way to test on what a model was not trained on. Immutable. */
public sealed interface Validation permits Holdout, WalkForward, PurgedKFold, CombinatorialPurged {

    /**
     * Returns the folds of the dataset before the reserved stretch, and that stretch as a fold of its own. A sample whose
     * label reaches the reserved stretch is neither trained nor tested on in a fold. MISSING_DATA when there is too little.
     *
     * @param reserved length kept back at the end, which no fold touches; zero or more
     */
    Outcome<Splits> split(Dataset dataset, Duration reserved);

    /** {@return the definition as canonical text: equal definitions, equal texts} */
    String text();

    /** Returns what is kept free behind each test block; empty where training lies before the test alone. */
    default Optional<Embargo> embargo(Dataset dataset) {
        return Optional.empty();
    }
}
