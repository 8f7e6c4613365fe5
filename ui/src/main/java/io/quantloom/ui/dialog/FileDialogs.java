package io.quantloom.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The platform's file dialogs, as a seam: they do not exist on a headless platform. */
public interface FileDialogs {

    /**
     * A kind of file.
     *
     * @param name for people, for example {@code "Bars"}
     * @param patterns for example {@code "*.csv"}
     */
    record FileKind(String name, List<String> patterns) {

        /** Copies the list. */
        public FileKind {
            patterns = List.copyOf(patterns);
        }
    }

    /** Asks for files to open; empty when the person chose none. */
    List<Path> open(String title, FileKind kind);

    /** Asks for a file to write; empty when the person chose none. */
    Optional<Path> save(String title, String suggestedName, FileKind kind);
}
