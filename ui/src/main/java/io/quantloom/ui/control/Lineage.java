package io.quantloom.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Where the shown object comes from and where it goes: link chips from data to deployment. */
public final class Lineage extends HBox {

    /**
     * One object of the chain.
     *
     * @param icon Feather name
     * @param kind what it is, for screen readers
     * @param name of the object
     * @param isCurrent whether it is the one on the screen
     * @param open goes there
     */
    public record Step(String icon, String kind, String name, boolean isCurrent, Runnable open) {}

    /** Starts without steps. */
    public Lineage() {
        super(8);
        getStyleClass().add("lineage");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows a chain. */
    public void show(List<Step> steps) {
        getChildren().setAll(Icons.text("Lineage", "muted"));
        for (Step step : steps) {
            if (getChildren().size() > 1) {
                getChildren().add(Icons.of("chevron-right", "faint-icon"));
            }
            Button chip = Icons.styled(
                    new Button(step.name(), Icons.of(step.icon())),
                    step.isCurrent() ? "lineage-current" : "lineage-step");
            chip.setMnemonicParsing(false);
            chip.setAccessibleText(step.kind() + " " + step.name());
            chip.setOnAction(_ -> step.open().run());
            getChildren().add(chip);
        }
    }
}
