package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.TextFile;
import io.quantloom.assets.Assets;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Factory configurations: files, and those that come with the product, by name. */
final class Presets {

    private Presets() {}

    /** {@return the names of those that come with the product} */
    static List<String> names() {
        return Assets.presets();
    }

    /** Returns the text of a file, or, where there is none of that name, of the preset. */
    static Outcome<String> text(Path typed, Path resolved) {
        String name = typed.toString();
        return !Files.exists(resolved) && names().contains(name)
                ? Outcome.success(text(name))
                : TextFile.read(resolved);
    }

    private static String text(String name) {
        try (InputStream in = Assets.openPreset(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
