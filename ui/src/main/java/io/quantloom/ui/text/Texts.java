package io.quantloom.ui.text;

import io.quantloom.assets.Assets;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of one feature, by key. {@code {0}}, {@code {1}} … stand for arguments. Immutable. */
public final class Texts {

    private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();

    private final String feature;
    private final Properties texts;

    private Texts(String feature, Properties texts) {
        this.feature = feature;
        this.texts = texts;
    }

    /** Returns the texts of a feature, for example {@code "home"}: the file {@code text/home.properties} of assets. */
    public static Texts of(String feature) {
        return LOADED.computeIfAbsent(feature, Texts::load);
    }

    private static Texts load(String feature) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(Assets.openTexts(feature), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(feature, texts);
    }

    /**
     * Returns the text under the key with its arguments filled in.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + feature + ".properties");
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** {@return whether there is a text under the key} */
    public boolean has(String key) {
        return texts.containsKey(key);
    }
}
