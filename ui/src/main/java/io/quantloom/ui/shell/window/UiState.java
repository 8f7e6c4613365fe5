package io.quantloom.ui.shell.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.theme.Theme;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers: bounds, page, theme, and the memory of its views. Immutable.
 *
 * @param bounds of the window
 * @param page that was open
 * @param theme that was chosen
 * @param views dividers, columns and so on, by key
 */
record UiState(Bounds bounds, Page page, Theme theme, Map<String, String> views) {

    private static final Logger LOG = LoggerFactory.getLogger(UiState.class);
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    static final UiState FIRST =
            new UiState(new Bounds(Double.NaN, Double.NaN, 1280, 780, false), Page.HOME, Theme.DARK, Map.of());

    /** Where a window stands; NaN lets the platform choose. */
    record Bounds(double x, double y, double width, double height, boolean isMaximized) {}

    UiState {
        views = Map.copyOf(views);
    }

    String toJson() {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        root.put("page", page.id()).put("theme", theme.name());
        ObjectNode window = root.putObject("window");
        if (!Double.isNaN(bounds.x()) && !Double.isNaN(bounds.y())) {
            window.put("x", bounds.x()).put("y", bounds.y());
        }
        window.put("width", bounds.width()).put("height", bounds.height()).put("maximized", bounds.isMaximized());
        ObjectNode kept = root.putObject("views");
        new TreeMap<>(views).forEach(kept::put);
        return root.toString();
    }

    /** Reads what was kept; what is missing or cannot be read is as on the first start. */
    static UiState fromJson(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null || root.path("version").asInt() != VERSION) {
                return FIRST;
            }
            JsonNode window = root.path("window");
            Map<String, String> views = new TreeMap<>();
            root.path("views")
                    .properties()
                    .forEach(entry -> views.put(entry.getKey(), entry.getValue().asText()));
            return new UiState(
                    new Bounds(
                            window.path("x").asDouble(Double.NaN),
                            window.path("y").asDouble(Double.NaN),
                            Math.max(FIRST.bounds.width(), window.path("width").asDouble()),
                            Math.max(
                                    FIRST.bounds.height(), window.path("height").asDouble()),
                            window.path("maximized").asBoolean()),
                    page(root.path("page").asText()),
                    root.path("theme").asText().equals(Theme.LIGHT.name()) ? Theme.LIGHT : Theme.DARK,
                    views);
        } catch (JsonProcessingException e) {
            LOG.warn("the kept state of the window cannot be read; it starts as new", e);
            return FIRST;
        }
    }

    private static Page page(String id) {
        return Arrays.stream(Page.values())
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElse(Page.HOME);
    }
}
