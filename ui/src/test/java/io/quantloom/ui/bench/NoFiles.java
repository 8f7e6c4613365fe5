package io.quantloom.ui.bench;

import io.quantloom.ui.dialog.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person who closes every file dialog. */
public final class NoFiles implements FileDialogs {

    @Override
    public List<Path> open(String title, FileKind kind) {
        return List.of();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, FileKind kind) {
        return Optional.empty();
    }
}
