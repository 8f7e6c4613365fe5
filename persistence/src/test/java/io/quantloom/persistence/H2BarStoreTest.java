package io.quantloom.persistence;

import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.BarStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2BarStoreTest extends BarStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected BarStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.bars();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
