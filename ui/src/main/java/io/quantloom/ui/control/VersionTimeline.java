package io.quantloom.ui.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Versions of a model, newest first, on one vertical thread. */
public final class VersionTimeline extends VBox {

    /**
     * One version.
     *
     * @param number names it in callbacks
     * @param name for people, for example {@code "v5"}
     * @param aliases chips beside the name
     * @param facts its figures
     * @param origin where it came from
     */
    public record Version(int number, String name, List<AliasChip> aliases, String facts, String origin) {

        /** Copies the list. */
        public Version {
            aliases = List.copyOf(aliases);
        }
    }

    /** A word beside a version. */
    public record AliasChip(String text, Tone tone) {}

    private final Consumer<Integer> select;

    /** Takes what is called with the number of a version that was chosen. */
    public VersionTimeline(Consumer<Integer> select) {
        this.select = select;
        getStyleClass().add("timeline");
    }

    /** Shows the versions, newest first, one of them selected. */
    public void show(List<Version> versions, int selected) {
        getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            ToggleButton row = row(version, i == 0, i == versions.size() - 1);
            row.setToggleGroup(group);
            row.setSelected(version.number() == selected);
            getChildren().add(row);
        }
    }

    private ToggleButton row(Version version, boolean first, boolean last) {
        HBox title = new HBox(6, Icons.text(version.name(), "strong"));
        title.setAlignment(Pos.CENTER_LEFT);
        version.aliases().forEach(alias -> title.getChildren().add(new Chip(alias.text(), alias.tone())));
        VBox text = new VBox(
                2, title, Icons.text(version.facts(), "small"), Icons.text(version.origin(), "muted", "small"));
        text.getStyleClass().add("timeline-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(10, knot(version, first, last), text);
        ToggleButton row = new ToggleButton(null, content);
        row.getStyleClass().setAll("timeline-row");
        row.setId("timeline-" + version.number());
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(version.name() + ", " + version.facts());
        row.setOnAction(_ -> {
            row.setSelected(true);
            select.accept(version.number());
        });
        return row;
    }

    private static Node knot(Version version, boolean first, boolean last) {
        Region above = Icons.styled(new Region(), first ? "thread-none" : "thread");
        above.setMinHeight(14);
        above.setMaxHeight(14);
        Region below = Icons.styled(new Region(), last ? "thread-none" : "thread");
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox line = new VBox(above, below);
        line.setAlignment(Pos.TOP_CENTER);
        String tone = version.aliases().isEmpty()
                ? "plain"
                : version.aliases().getFirst().tone().word();
        Region dot = Icons.styled(new Region(), "knot", "knot-" + tone);
        StackPane pane = new StackPane(line, dot);
        StackPane.setAlignment(dot, Pos.TOP_CENTER);
        StackPane.setMargin(dot, new Insets(10, 0, 0, 0));
        pane.setMinWidth(12);
        return pane;
    }
}
