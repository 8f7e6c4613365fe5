package io.quantloom.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons that say why they cannot be pressed. */
public final class WhyNot {

    private WhyNot() {}

    /**
     * Disables the button while there is a reason, and returns a box around it whose tooltip is that reason: a disabled
     * button shows no tooltip of its own.
     *
     * @param whyNot empty while the button can be pressed
     */
    public static Node around(Button button, ObservableValue<String> whyNot) {
        button.disableProperty().bind(whyNot.map(why -> !why.isEmpty()));
        button.accessibleHelpProperty().bind(whyNot);
        HBox box = new HBox(button);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(whyNot.map(why -> why.isEmpty() ? button.getText() : why));
        Tooltip.install(box, tooltip);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
