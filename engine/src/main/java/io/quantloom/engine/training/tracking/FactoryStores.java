package io.quantloom.engine.training.tracking;

import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.tuning.StudyStore;

/**
 * Where the factory reads and writes.
 *
 * @param bars prices
 * @param runs what was done
 * @param studies what was tried
 * @param artifacts model files
 * @param registry what came of it
 * @param features the catalog of feature sets
 */
public record FactoryStores(
        BarStore bars,
        RunStore runs,
        StudyStore studies,
        ArtifactStore artifacts,
        RegistryStore registry,
        FeatureSets features) {

    /** Takes stores without feature sets of the workspace. */
    public FactoryStores(
            BarStore bars, RunStore runs, StudyStore studies, ArtifactStore artifacts, RegistryStore registry) {
        this(bars, runs, studies, artifacts, registry, FeatureSets.builtIn());
    }
}
