package io.quantloom.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Name, figure, comparison. The tooltip tells the formula: one metric, one definition. */
public final class StatTile extends VBox {

    /**
     * What a tile shows.
     *
     * @param name of the figure
     * @param figure ready to read
     * @param tone of the figure
     * @param note comparison or unit
     * @param formula for the tooltip
     */
    public record Figure(String name, String figure, Tone tone, String note, String formula) {}

    private final Label name = Icons.text("", "stat-name");
    private final Label figure = Icons.text("", "stat-figure");
    private final Label note = Icons.text("", "stat-note");
    private final Tooltip tooltip = new Tooltip();

    /** Takes what to show first. */
    public StatTile(Figure first) {
        getStyleClass().add("stat-tile");
        getChildren().addAll(name, figure, note);
        Tooltip.install(this, tooltip);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinWidth(0);
        setPrefWidth(100);
        show(first);
    }

    /** Shows another figure. */
    public void show(Figure next) {
        name.setText(next.name());
        figure.setText(next.figure());
        figure.getStyleClass().setAll("label", "stat-figure", next.tone().styleClass());
        note.setText(next.note());
        tooltip.setText(next.formula().isEmpty() ? next.name() : next.formula());
        setAccessibleText(next.name() + " " + next.figure() + ", " + next.note());
    }

    /** Returns a strip of tiles, side by side in one frame. */
    public static HBox strip(List<Figure> figures) {
        HBox strip = Icons.styled(new HBox(), "stat-strip");
        showStrip(strip, figures);
        return strip;
    }

    /** Shows other figures in a strip; tiles are kept where there are as many. */
    public static void showStrip(HBox strip, List<Figure> figures) {
        if (strip.getChildren().size() != figures.size()) {
            strip.getChildren().setAll(figures.stream().map(StatTile::new).toList());
            if (!figures.isEmpty()) {
                strip.getChildren().getLast().getStyleClass().add("last");
            }
            return;
        }
        for (int i = 0; i < figures.size(); i++) {
            ((StatTile) strip.getChildren().get(i)).show(figures.get(i));
        }
    }
}
