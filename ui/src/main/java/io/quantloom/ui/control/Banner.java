package io.quantloom.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line over content: what happened, what it means, what to do. */
public final class Banner extends HBox {

    private final Label text = Icons.text("");
    private final HBox actions = new HBox(12);

    /** Takes the tone: WARN for partial and stale data, BAD for failures, ACCENT for news. */
    public Banner(Tone tone) {
        super(8);
        getStyleClass().addAll("banner", "banner-" + tone.word());
        setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        actions.setAlignment(Pos.CENTER_RIGHT);
        String icon = tone == Tone.BAD ? "x-octagon" : tone == Tone.WARN ? "alert-triangle" : "info";
        getChildren().addAll(Icons.of(icon, tone), text, actions);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows the words and what to do about them. */
    public void show(String words, Node... buttons) {
        text.setText(words);
        text.setTooltip(new Tooltip(words));
        actions.getChildren().setAll(buttons);
        setVisible(true);
    }

    /** Goes away. */
    public void hide() {
        setVisible(false);
    }
}
