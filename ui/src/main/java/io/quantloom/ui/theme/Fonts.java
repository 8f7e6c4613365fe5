package io.quantloom.ui.theme;

import io.quantloom.assets.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Bundled fonts, so that pictures are the same on every system. */
public final class Fonts {
    private static final String UI = "Inter Tabular";
    private static final List<String> FILES = List.of(
            "InterTabular-Regular.otf",
            "InterTabular-SemiBold.otf",
            "InterTabular-Medium.otf",
            "JetBrainsMono-Regular.ttf");
    private static boolean loaded;

    private Fonts() {}

    /** Makes the fonts known to JavaFX; the second call does nothing. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        for (String name : FILES) {
            try (InputStream in = Assets.openFont(name)) {
                if (Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("font not readable: " + name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        loaded = true;
    }

    /** Returns the text font of a size in pixels. */
    public static Font ui(double size) {
        return Font.font(UI, size);
    }

    /** Returns the text font between regular and bold, for labels on colour. */
    public static Font medium(double size) {
        return Font.font(UI + " Medium", size);
    }
}
