package io.quantloom.persistence;

import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.StudyStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2StudyStoreTest extends StudyStoreContract {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable H2Workspace workspace;

    @Override
    protected StudyStore create() {
        H2Workspace opened = TestWorkspace.open(folder);
        workspace = opened;
        return opened.studies();
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
