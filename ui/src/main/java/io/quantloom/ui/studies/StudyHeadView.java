package io.quantloom.ui.studies;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.WhyNot;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.WorkView;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How the open study stands, how far the work begun here is, and what can be asked of the study. */
public final class StudyHeadView {

    private final Texts texts = Texts.of("studies");
    private final StackPane icon = new StackPane();
    private final Label name = Icons.text("", "panel-title");
    private final VBox root;

    /** Builds the region over its view models; the action asks for a trial of one's own. */
    public StudyHeadView(StudiesView.Regions regions, Runnable enqueue) {
        StudyWorkViewModel work = regions.work();
        Label status = Icons.text("", "muted");
        status.setId("studies-status");
        status.setMinWidth(0);
        status.textProperty().bind(work.statusProperty());
        HBox box = Icons.styled(
                new HBox(
                        8,
                        icon,
                        name,
                        status,
                        filter(regions.study()),
                        Icons.spring(),
                        new WorkView(work.work()).root(),
                        button("enqueue", "plus", enqueue, work.whyNotEnqueueProperty()),
                        button("pause", "pause", work::pause, work.whyNotStopProperty()),
                        button("resume", "play", work::resume, work.whyNotResumeProperty()),
                        button("cancel", "slash", work::cancel, work.whyNotStopProperty())),
                "panel-header");
        box.setAlignment(Pos.CENTER_LEFT);
        root = Icons.styled(new VBox(box), "panel");
        root.setMinHeight(Region.USE_PREF_SIZE);
        regions.list().selectedProperty().subscribe(this::show);
    }

    /** {@return the node to place} */
    public Node root() {
        return root;
    }

    /** How many trials pass the filter; a click shows all again. */
    private static Node filter(StudyViewModel study) {
        Chip chip = new Chip("", Tone.ACCENT).icon("x");
        chip.setId("studies-filter");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.textProperty().bind(study.filterTextProperty());
        chip.visibleProperty().bind(study.filterTextProperty().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        chip.setOnMouseClicked(_ -> study.clearFilter());
        return chip;
    }

    private void show(Optional<StudyRow> row) {
        name.setText(row.map(StudyRow::name).orElse(""));
        icon.getChildren().clear();
        row.map(StudyRow::standing).ifPresent(standing -> icon.getChildren().add(Icons.of(standing.mark())));
    }

    private Node button(String key, String symbol, Runnable action, ObservableValue<String> whyNot) {
        return WhyNot.around(Icons.button("studies-" + key, symbol, texts.get(key), action), whyNot);
    }
}
