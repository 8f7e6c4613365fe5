package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Files named after their content: the first two digits of the hash are the folder, the others the file. */
final class FileArtifactStore implements ArtifactStore {

    private static final int FOLDER_DIGITS = 2;

    private final Path root;
    private final Path drafts;
    private final AtomicLong draft = new AtomicLong();

    /** Takes the folder, makes it, and sweeps out what a dead process left half written. */
    FileArtifactStore(Path root) {
        this.root = root;
        this.drafts = root.resolve("tmp");
        try {
            Files.createDirectories(drafts);
            for (Path left : list(drafts)) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw Faults.of(e, root);
        }
    }

    @Override
    public Sha256 put(byte[] content) {
        Sha256 hash = Sha256.of(content);
        Path file = file(hash);
        try {
            if (!holds(file, content)) {
                Path folder = root.resolve(hash.hex().substring(0, FOLDER_DIGITS));
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                    DurableFiles.syncFolder(root);
                }
                DurableFiles.write(content, drafts.resolve(Long.toString(draft.incrementAndGet())), file);
            }
        } catch (IOException e) {
            throw Faults.of(e, file);
        }
        return hash;
    }

    @Override
    public Outcome<byte[]> get(Sha256 hash) {
        Path file = file(hash);
        byte[] content;
        try {
            if (!Files.exists(file)) {
                return Outcome.failed(Failure.of(
                        Failure.Reason.MISSING_DATA,
                        "the content of artifact " + hash.abbreviated(),
                        "no such file",
                        file.toString(),
                        "restore the workspace's artifacts from a backup"));
            }
            content = DurableFiles.read(file);
        } catch (IOException e) {
            return Outcome.failed(Faults.failure(e, file));
        }
        Sha256 found = Sha256.of(content);
        if (!found.equals(hash)) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.INVALID,
                    "a file with the hash " + hash.abbreviated(),
                    "a damaged one with the hash " + found.abbreviated(),
                    file.toString(),
                    "restore the file from a backup, or make the run again"));
        }
        return Outcome.success(content);
    }

    /** {@return the hashes of all files, ascending} */
    List<Sha256> all() {
        List<Sha256> found = new ArrayList<>();
        try {
            for (Path folder : list(root)) {
                for (Path file : folder.equals(drafts) ? List.<Path>of() : list(folder)) {
                    found.add(new Sha256(folder.getFileName().toString() + file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw Faults.of(e, root);
        }
        return found;
    }

    /** {@return where the content with the hash lies} */
    Path file(Sha256 hash) {
        return root.resolve(hash.hex().substring(0, FOLDER_DIGITS))
                .resolve(hash.hex().substring(FOLDER_DIGITS));
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file)
                && Files.size(file) == content.length
                && Arrays.equals(DurableFiles.read(file), content);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
