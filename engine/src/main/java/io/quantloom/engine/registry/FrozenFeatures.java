package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.model.ModelCard;
import java.util.TreeMap;

/**
 * Keeps a version of a feature set of the workspace as it was once a registered model was trained with it. Built-in sets
 * change with the product alone, and a model of an older one is refused where it is loaded.
 */
public final class FrozenFeatures {

    private FrozenFeatures() {}

    /**
     * Returns the set; INVALID when a registered version was trained with another definition under the same name and
     * version, whatever values its parameters had.
     *
     * @param sets where the sets of registered versions are found as they are now
     */
    public static Outcome<FeatureSet> check(RegistryStore registry, FeatureSets sets, FeatureSet set) {
        if (!set.name().contains(FeatureReader.VERSION)) {
            return Outcome.success(set);
        }
        var fingerprints = new TreeMap<String, Outcome<Sha256>>();
        fingerprints.put(set.name(), Outcome.success(set.fingerprint()));
        for (RegisteredModel model : registry.models()) {
            for (ModelVersion version : registry.versions(model.name())) {
                if (version.card() instanceof ModelCard card
                        && versioned(card.features()).equals(versioned(set.name()))) {
                    Outcome<Sha256> now = fingerprints.computeIfAbsent(
                            card.features(), name -> sets.named(name).map(FeatureSet::fingerprint));
                    if (!now.equals(Outcome.success(card.featureFingerprint()))) {
                        return Outcome.failed(changed(version, card, now));
                    }
                }
            }
        }
        return Outcome.success(set);
    }

    /** Name and version alone. */
    private static String versioned(String name) {
        return name.split("[(:]", 2)[0];
    }

    private static Failure changed(ModelVersion version, ModelCard card, Outcome<Sha256> now) {
        return Failure.of(
                Reason.INVALID,
                "feature set " + card.features() + " as " + version.model() + "/" + version.version()
                        + " was trained with, fingerprint "
                        + card.featureFingerprint().abbreviated(),
                now instanceof Outcome.Success<Sha256>(var found)
                        ? "another definition, fingerprint " + found.abbreviated()
                        : "a definition without it",
                "features",
                "give the changed definition the next version");
    }
}
