package io.quantloom.ui.factory;

import io.quantloom.assets.Assets;
import io.quantloom.ui.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A configuration that is shipped. Immutable.
 *
 * @param file its name
 * @param title what it does, for people
 * @param text of the file
 */
public record Preset(String file, String title, String text) {

    /** {@return every configuration that is shipped, the quickest first} */
    public static List<Preset> all() {
        return List.of("sample-market", "btc-hourly").stream().map(Preset::read).toList();
    }

    private static Preset read(String name) {
        String file = name + ".yaml";
        try (InputStream in = Assets.openExample(file)) {
            return new Preset(
                    file,
                    Texts.of("factory").get("preset." + name),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
