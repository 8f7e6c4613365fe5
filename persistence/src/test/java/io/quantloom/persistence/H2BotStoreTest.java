package io.quantloom.persistence;

import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.trading.BotStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2BotStoreTest extends BotStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected BotStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.bots();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
