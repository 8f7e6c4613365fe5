package io.quantloom.persistence;

import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.RegistryStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2RegistryStoreTest extends RegistryStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected RegistryStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.registry();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
