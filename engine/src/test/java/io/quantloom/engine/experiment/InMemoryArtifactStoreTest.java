package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Sha256;

class InMemoryArtifactStoreTest extends ArtifactStoreContract {

    private InMemoryArtifactStore artifacts = new InMemoryArtifactStore();

    @Override
    protected ArtifactStore create() {
        artifacts = new InMemoryArtifactStore();
        return artifacts;
    }

    @Override
    protected void damage(Sha256 hash) {
        artifacts.damage(hash);
    }
}
