package io.quantloom.ui.registry.card;

import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.registry.card.CardContent.Twins;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The scores of the same pipeline on twins without signal, with the real one marked. */
public final class PlaceboView {

    private final Texts texts = Texts.of("registry");
    private final Histogram histogram = new Histogram(value -> Formats.decimal(value, 2));
    private final StringProperty note = new SimpleStringProperty("");
    private final Label verdict = Icons.text("", "wrap");
    private final StackPane place = new StackPane();
    private final EmptyState missing;
    private final Panel content;
    private final Parent root;

    /** Builds the region over its view model. */
    public PlaceboView(CardViewModel viewModel) {
        missing = empty();
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox body = new VBox(8, verdict, histogram);
        body.setPadding(new Insets(0, 12, 12, 12));
        body.setMinSize(0, 0);
        content = new Panel(texts.get("placebo"), body).note(note);
        place.setMinSize(0, 0);
        root = new StatePane<>(viewModel.stateProperty(), place, empty(), viewModel::load).framed();
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(card -> card.placebo()
                                .ifPresentOrElse(
                                        this::show, () -> place.getChildren().setAll(missing))));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private EmptyState empty() {
        return new EmptyState("shuffle", texts.get("placebo.empty"), texts.get("placebo.empty.why"));
    }

    private void show(Twins twins) {
        place.getChildren().setAll(content);
        verdict.setText(twins.verdict());
        note.set(texts.get("placebo.note", twins.score()));
        histogram.show(
                twins.twins().stream().mapToDouble(Double::doubleValue).toArray(),
                List.of(new Histogram.Mark(
                        twins.real(),
                        texts.get("placebo.real", twins.score(), Formats.decimal(twins.real(), 2)),
                        "accent")));
    }
}
