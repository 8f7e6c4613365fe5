package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;

/**
 * Content-addressed bytes: models and files of runs. Written under a temporary name, forced to disk, renamed. Safe for
 * use by several threads.
 */
public interface ArtifactStore {

    /** Writes the bytes, if they are not there yet. */
    Sha256 put(byte[] content);

    /**
     * Reads the bytes and checks them against the hash. MISSING_DATA if there are none; INVALID if they are damaged:
     * damaged bytes are never returned.
     */
    Outcome<byte[]> get(Sha256 hash);
}
