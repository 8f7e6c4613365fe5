package io.quantloom.persistence;

import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.RunStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2RunStoreTest extends RunStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected RunStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.runs();
    }

    @Override
    protected void damage(Artifact artifact) {
        FileArtifactStoreTest.damage(folder, artifact.hash());
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
