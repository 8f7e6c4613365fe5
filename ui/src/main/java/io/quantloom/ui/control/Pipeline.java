package io.quantloom.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Stages of a factory run as one strip: state by icon, time under the name. */
public final class Pipeline extends HBox {

    /** How far a stage is. */
    public enum Progress {
        /** Not begun. */
        WAITING("circle", "faint-icon"),
        /** Under way. */
        RUNNING("loader", "tone-accent"),
        /** Done. */
        DONE("check-circle", "tone-ok"),
        /** Ended badly. */
        FAILED("x-octagon", "tone-bad"),
        /** Stopped before its end. */
        CUT_OFF("slash", "tone-warn"),
        /** Will not be done. */
        LEFT_OUT("minus-circle", "faint-icon");

        private final String icon;
        private final String styleClass;

        Progress(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }
    }

    /**
     * One stage.
     *
     * @param name of the stage
     * @param note its time or count
     * @param progress how far it is
     */
    public record Stage(String name, String note, Progress progress) {}

    /** Starts without stages. */
    public Pipeline() {
        getStyleClass().add("pipeline");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows the stages, in order. */
    public void show(List<Stage> stages) {
        getChildren().clear();
        for (Stage stage : stages) {
            if (!getChildren().isEmpty()) {
                Region thread = Icons.styled(new Region(), "pipeline-thread");
                HBox.setHgrow(thread, Priority.ALWAYS);
                getChildren().add(thread);
            }
            VBox text = new VBox(1, Icons.text(stage.name()), Icons.text(stage.note(), "muted", "small"));
            text.setMinWidth(Region.USE_PREF_SIZE);
            HBox box = new HBox(7, Icons.of(stage.progress().icon, stage.progress().styleClass), text);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(box);
        }
    }
}
