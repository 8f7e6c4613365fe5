package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.model.ModelCard;

/**
 * Keeps a version of a feature set of the workspace as it was once a registered model was trained with it. Built-in sets
 * change with the product alone, and a model of an older one is refused where it is loaded.
 */
public final class FrozenFeatures {

    private FrozenFeatures() {}

    /** Returns the set; INVALID when a registered version was trained with another definition under the same name. */
    public static Outcome<FeatureSet> check(RegistryStore registry, FeatureSet set) {
        if (!set.name().contains(FeatureReader.VERSION)) {
            return Outcome.success(set);
        }
        for (RegisteredModel model : registry.models()) {
            for (ModelVersion version : registry.versions(model.name())) {
                if (version.card() instanceof ModelCard card
                        && card.features().equals(set.name())
                        && !card.featureFingerprint().equals(set.fingerprint())) {
                    return Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "feature set " + set.name() + " as " + version.model() + "/" + version.version()
                                    + " was trained with, fingerprint "
                                    + card.featureFingerprint().abbreviated(),
                            "another definition, fingerprint "
                                    + set.fingerprint().abbreviated(),
                            "features",
                            "give the changed definition the next version"));
                }
            }
        }
        return Outcome.success(set);
    }
}
