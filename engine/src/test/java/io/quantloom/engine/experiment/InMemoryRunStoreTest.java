package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;

class InMemoryRunStoreTest extends RunStoreContract {

    private InMemoryArtifactStore contents = new InMemoryArtifactStore();

    @Override
    protected RunStore create() {
        contents = new InMemoryArtifactStore();
        return new InMemoryRunStore(Ids.from(new Seeds(1).random()), contents);
    }

    @Override
    protected void damage(Artifact artifact) {
        contents.damage(artifact.hash());
    }
}
