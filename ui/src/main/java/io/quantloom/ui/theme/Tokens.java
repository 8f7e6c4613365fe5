package io.quantloom.ui.theme;

import io.quantloom.assets.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Colours for canvas painters, read from the same file that styles the controls, so that the two cannot drift apart.
 * Immutable.
 */
public final class Tokens {
    private static final int SERIES = 8;
    private static final Pattern ENTRY = Pattern.compile("-ql-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6})");
    private static final Map<String, Tokens> LOADED = new ConcurrentHashMap<>();

    private final Map<String, Color> colors;

    private Tokens(Map<String, Color> colors) {
        this.colors = colors;
    }

    static Tokens load(String file) {
        return LOADED.computeIfAbsent(file, Tokens::read);
    }

    private static Tokens read(String file) {
        try (InputStream in = Assets.openStyleSheet(file)) {
            Map<String, Color> found = new HashMap<>();
            Matcher matcher = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                found.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return new Tokens(Map.copyOf(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the colours of the scene the node lives in; {@link Theme#applyTo} puts them there. */
    public static Tokens of(Node node) {
        Scene scene = node.getScene();
        return scene != null && scene.getProperties().get(Tokens.class) instanceof Tokens tokens
                ? tokens
                : Theme.DARK.tokens();
    }

    /** Returns the colour by token name without prefix, for example {@code "up"}. */
    public Color get(String name) {
        Color color = colors.get(name);
        if (color == null) {
            throw new IllegalArgumentException("unknown token " + name);
        }
        return color;
    }

    /** Returns the colour with an opacity in [0, 1]. */
    public Color get(String name, double opacity) {
        return get(name).deriveColor(0, 1, 1, opacity);
    }

    /** Returns the token name of the series at a position; the order is fixed, so that a run keeps its colour. */
    public static String series(int index) {
        return "s" + (Math.floorMod(index, SERIES) + 1);
    }

    /** Returns a colour of the diverging scale for a signed share in [-1, 1]: down colour, panel, up colour. */
    public Color diverging(double share) {
        double strength = Math.min(1, Math.abs(share));
        return get("panel").interpolate(get(share < 0 ? "down" : "up"), 0.10 + 0.68 * strength);
    }
}
