package io.quantloom.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What is missing, why, and what to do next. No picture book, one icon. */
public final class EmptyState extends VBox {

    /** Takes the icon's name, the title, one or two sentences and the buttons. */
    public EmptyState(String icon, String title, String why, Button... actions) {
        super(8);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label reason = Icons.text(why, "muted", "wrap");
        reason.setMaxWidth(420);
        reason.setTextAlignment(TextAlignment.CENTER);
        reason.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.of(icon, "empty-icon"), Icons.text(title, "empty-title"), reason);
        if (actions.length > 0) {
            HBox buttons = new HBox(8, actions);
            buttons.setAlignment(Pos.CENTER);
            VBox.setMargin(buttons, new Insets(8, 0, 0, 0));
            getChildren().add(buttons);
        }
    }
}
