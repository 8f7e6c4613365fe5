package io.quantloom.engine.model.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads the native library once a process. The wrapper writes it to a fixed name in the folder for temporary files, over
 * what another process may have mapped from there (which kills that process) and where any user of the machine may have
 * put something else; so for the moment of loading it is shown a fresh folder of its own.
 */
final class LightgbmLibrary {

    private static final String TEMPORARY = "java.io.tmpdir";
    private static boolean loaded;

    private LightgbmLibrary() {}

    /**
     * Loads the library where it is not loaded yet.
     *
     * @throws LinkageError if it does not load on this system
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String before = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("quantloom-lightgbm");
            try {
                System.setProperty(TEMPORARY, own.toString());
                LGBMBooster.loadNative();
            } finally {
                System.setProperty(TEMPORARY, before);
                remove(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack LightGBM's native library", e);
        }
        if (!LGBMBooster.isNativeLoaded()) {
            throw new UnsatisfiedLinkError("LightGBM has no native library for this system");
        }
        loaded = true;
    }

    /** A loaded library stays mapped without its file; where the system locks it, it goes at the end of the process. */
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
    }
}
