package io.quantloom.engine.tuning.pruning;

import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.StudySpec;

/** Pruners by name. */
public final class Pruners {

    private Pruners() {}

    /**
     * Returns the pruner that the study names.
     *
     * @param name of the study that is the same whenever it is run anew, such as its learner's: it decides which bracket of
     *     hyperband a trial is in
     */
    public static Pruner of(StudySpec study, String name) {
        return switch (study.method().pruner()) {
            case NONE -> Pruner.none();
            case MEDIAN -> new MedianPruner();
            case ASHA -> new HalvingPruner();
            case HYPERBAND -> new HyperbandPruner(name);
        };
    }
}
