package io.quantloom.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One line above a plot: what is drawn, in which colour, and its value at the crosshair or the last bar. */
public final class Legend extends HBox {

    /** Starts empty. */
    public Legend() {
        getStyleClass().add("chart-legend-row");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMinWidth(0);
    }

    /** Takes everything away. */
    public Legend clear() {
        getChildren().clear();
        return this;
    }

    /** Adds a name in bold. */
    public Legend title(String text) {
        return put(text, "legend-title");
    }

    /** Adds muted words. */
    public Legend note(String text) {
        return put(text, "legend-note");
    }

    /** Adds a name in muted text and a value in the colour of its direction. */
    public Legend value(String name, String value, Tone tone) {
        if (!name.isEmpty()) {
            put(name, "legend-note");
        }
        return put(value, "legend-value", tone.styleClass());
    }

    /** Adds a line sample with name and value; token names the colour, the dash tells lines apart without it. */
    public Legend series(String token, String dash, String name, String value) {
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", "line-" + token, "dash-" + dash);
        getChildren().add(line);
        if (!name.isEmpty()) {
            put(name, "legend-note");
        }
        return value.isEmpty() ? this : put(value, "legend-value");
    }

    /** Adds like {@link #series}, but before all others: the subject is drawn last and named first. */
    public Legend lead(String token, String name, String value) {
        List<Node> rest = List.copyOf(getChildren());
        getChildren().clear();
        series(token, "solid", name, value);
        getChildren().addAll(rest);
        return this;
    }

    /** What does not fit goes as a whole, from the end: half a number misleads. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        boolean fits = true;
        List<Node> entries = getChildren();
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            // A line sample stands and falls with the text behind it.
            Node last = entry instanceof Label || i + 1 == entries.size() ? entry : entries.get(i + 1);
            fits = fits && last.getBoundsInParent().getMaxX() <= getWidth() + 0.5;
            entry.setVisible(fits);
        }
    }

    private Legend put(String text, String... styleClasses) {
        Label label = Icons.text(text, styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(label);
        return this;
    }
}
