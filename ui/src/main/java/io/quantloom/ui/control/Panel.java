package io.quantloom.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The one container of the product: a header line of 36 px, then content. One border, no shadow. */
public final class Panel extends VBox {

    private final HBox header = new HBox(8);
    private final Label title;

    /** Takes the title and what stands below it. */
    public Panel(String title, Node content) {
        this.title = Icons.text(title, "panel-title");
        this.title.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("panel");
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().add(this.title);
        getChildren().addAll(header, content);
        setVgrow(content, Priority.ALWAYS);
        setMinSize(0, 0);
    }

    /** Follows a title that changes. */
    public Panel title(ObservableValue<String> text) {
        title.textProperty().bind(text);
        return this;
    }

    /** Adds muted words after the title: counts, units, what is shown of how much. */
    public Panel note(String text) {
        header.getChildren().add(noteLabel(text));
        return this;
    }

    /** Adds muted words that change. */
    public Panel note(ObservableValue<String> text) {
        Label label = noteLabel("");
        label.textProperty().bind(text);
        header.getChildren().add(label);
        return this;
    }

    private static Label noteLabel(String text) {
        Label label = Icons.text(text, "muted");
        label.setMinWidth(0);
        return label;
    }

    /** Adds nodes at the right end of the header. */
    public Panel actions(Node... nodes) {
        header.getChildren().add(Icons.spring());
        header.getChildren().addAll(nodes);
        return this;
    }

    /** Takes the room that is left in a box. */
    public Panel grow() {
        HBox.setHgrow(this, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        return this;
    }

    /** Keeps a height. */
    public Panel high(double pixels) {
        setMinHeight(pixels);
        setPrefHeight(pixels);
        return this;
    }

    /** Keeps a width. */
    public Panel wide(double pixels) {
        setMinWidth(pixels);
        setPrefWidth(pixels);
        return this;
    }
}
