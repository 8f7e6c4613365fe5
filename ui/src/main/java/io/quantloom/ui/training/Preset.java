package io.quantloom.ui.training;

import io.quantloom.assets.Assets;
import io.quantloom.engine.registry.Trend;
import io.quantloom.ui.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration that is shipped. Immutable.
 *
 * @param file its name
 * @param title what it does, for people
 * @param text of the file
 */
public record Preset(String file, String title, String text) {

    private static final Texts TEXTS = Texts.of("training");

    /** {@return every configuration that is shipped: the examples, the quickest first, then the pools, each of both trends} */
    public static List<Preset> all() {
        var presets = new ArrayList<Preset>();
        for (String name : List.of("sample-market", "btc-hourly")) {
            String file = name + ".yaml";
            presets.add(new Preset(file, title(name), read(Assets.openExample(file))));
        }
        for (String name : Assets.presets().reversed()) {
            presets.addAll(ofTrends(name, read(Assets.openPreset(name))));
        }
        return List.copyOf(presets);
    }

    /** A pool is written for the one trend; the other is the same with the word changed, in its name too. */
    private static List<Preset> ofTrends(String name, String text) {
        String up = Trend.UPTREND.text();
        String down = Trend.DOWNTREND.text();
        return text.contains("trend: " + up)
                ? List.of(ofTrend(name, up, text), ofTrend(name, down, text.replace(up, down)))
                : List.of(new Preset(name + ".yaml", title(name), text));
    }

    private static Preset ofTrend(String name, String trend, String text) {
        return new Preset(name + "-" + trend + ".yaml", title(name, trend), text);
    }

    private static String title(String name, Object... arguments) {
        return TEXTS.get("preset." + name, arguments);
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
