package io.quantloom.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The file dialogs of the platform; they open in the folder of the last choice. */
public final class NativeFileDialogs implements FileDialogs {

    private final Supplier<@Nullable Window> owner;
    private @Nullable File folder;

    /** Takes the window the dialogs belong to. */
    public NativeFileDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open(String title, FileKind kind) {
        List<File> files = chooser(title, kind).showOpenMultipleDialog(owner.get());
        if (files == null) {
            return List.of();
        }
        files.stream().findFirst().ifPresent(file -> folder = file.getParentFile());
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, FileKind kind) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner.get());
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    private FileChooser chooser(String title, FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(kind.name(), kind.patterns()),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }
}
