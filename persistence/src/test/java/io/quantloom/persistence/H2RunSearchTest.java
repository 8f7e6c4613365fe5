package io.quantloom.persistence;

import io.quantloom.engine.experiment.RunSearchContract;
import io.quantloom.engine.experiment.RunStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2RunSearchTest extends RunSearchContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected RunStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.runs();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
