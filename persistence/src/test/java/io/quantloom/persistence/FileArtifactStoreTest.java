package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.ArtifactStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest extends ArtifactStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected ArtifactStore create() {
        return new FileArtifactStore(folder.resolve("artifacts"));
    }

    @Override
    protected void damage(Sha256 hash) {
        damage(folder, hash);
    }

    /** Changes a byte of an artifact of the workspace. */
    static void damage(Path folder, Sha256 hash) {
        Path file = new FileArtifactStore(folder.resolve("artifacts")).file(hash);
        try {
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void liesUnderTheFirstTwoDigitsOfItsHash() {
        Sha256 hash = new FileArtifactStore(folder.resolve("artifacts")).put(new byte[] {1, 2, 3});

        assertThat(folder.resolve("artifacts/03/9058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"))
                .hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(hash.hex()).startsWith("039058c6");
    }

    @Test
    void sweepsOutWhatWasHalfWritten() throws IOException {
        Path left = Files.createDirectories(folder.resolve("artifacts/tmp")).resolve("17");
        Files.write(left, new byte[10]);

        FileArtifactStore store = new FileArtifactStore(folder.resolve("artifacts"));

        assertThat(left).doesNotExist();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void writesOnAnInterruptedThread() {
        FileArtifactStore store = new FileArtifactStore(folder.resolve("artifacts"));

        Thread.currentThread().interrupt();
        Sha256 hash = store.put(new byte[] {1, 2, 3});
        byte[] found = store.get(hash).orThrow();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isEqualTo(new byte[] {1, 2, 3});
    }
}
