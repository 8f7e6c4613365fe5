package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import java.util.TreeMap;

/** The twin of the artifact folder: same contract, no disk. Safe for use by several threads. */
public final class InMemoryArtifactStore implements ArtifactStore {

    private final TreeMap<String, byte[]> contents = new TreeMap<>();

    @Override
    public synchronized Sha256 put(byte[] content) {
        Sha256 hash = Sha256.of(content);
        contents.put(hash.hex(), content.clone());
        return hash;
    }

    @Override
    public synchronized Outcome<byte[]> get(Sha256 hash) {
        byte[] content = contents.get(hash.hex());
        if (content == null) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "the content of artifact " + hash.abbreviated(),
                    "none",
                    "",
                    "restore it from a backup"));
        }
        if (!Sha256.of(content).equals(hash)) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.INVALID,
                    "content with the hash " + hash.abbreviated(),
                    "damaged content",
                    "",
                    "restore it from a backup"));
        }
        return Outcome.success(content.clone());
    }

    /** Changes a byte of the content, as a failing disk would; content of no bytes becomes one byte. */
    public synchronized void damage(Sha256 hash) {
        byte[] content = contents.getOrDefault(hash.hex(), new byte[0]);
        byte[] damaged = content.length == 0 ? new byte[1] : content;
        damaged[damaged.length / 2] ^= 1;
        contents.put(hash.hex(), damaged);
    }
}
