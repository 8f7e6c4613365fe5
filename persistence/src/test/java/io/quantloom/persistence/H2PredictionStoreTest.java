package io.quantloom.persistence;

import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.prediction.PredictionStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2PredictionStoreTest extends PredictionStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected PredictionStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.predictions();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
