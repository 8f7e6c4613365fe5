package io.quantloom.ui.registry.card;

import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.registry.card.CardContent.Figure;
import io.quantloom.ui.registry.card.CardContent.Twins;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How much of the result may be luck: scores on twins without signal with the real one marked, and what the search costs. */
public final class PlaceboView {

    private static final double TABLE = 268;

    private final Texts texts = Texts.of("registry");
    private final Histogram histogram = new Histogram(value -> Formats.decimal(value, 2));
    private final StringProperty note = new SimpleStringProperty("");
    private final Label verdict = Icons.text("", "wrap");
    private final ObservableList<Figure> search = FXCollections.observableArrayList();
    private final StackPane place = new StackPane();
    private final EmptyState missing;
    private final Panel twins;
    private final Parent root;

    /** Builds the region over its view model. */
    public PlaceboView(CardViewModel viewModel) {
        missing = empty();
        twins = twins();
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinSize(0, 0);
        VBox content = new VBox(8, place, search());
        content.setMinSize(0, 0);
        root = new StatePane<>(viewModel.stateProperty(), content, empty(), viewModel::load).framed();
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Panel twins() {
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox body = new VBox(8, verdict, histogram);
        body.setPadding(new Insets(0, 12, 12, 12));
        body.setMinSize(0, 0);
        return new Panel(texts.get("placebo"), body).note(note);
    }

    private Panel search() {
        Node table = Tables.unsorted(
                "registry-search",
                texts.get("search"),
                search,
                List.of(
                        Columns.text(texts.get("search.name"), 200, Figure::name, "muted"),
                        Columns.figureText(texts.get("search.value"), 84, Figure::value),
                        Columns.text(texts.get("search.remark"), 140, Figure::interval, "muted")));
        Panel panel = new Panel(texts.get("search"), table);
        panel.setMinHeight(TABLE);
        panel.setPrefHeight(TABLE);
        return panel;
    }

    private EmptyState empty() {
        return new EmptyState("shuffle", texts.get("placebo.empty"), texts.get("placebo.empty.why"));
    }

    private void show(CardContent card) {
        search.setAll(card.search());
        card.placebo().ifPresentOrElse(this::show, () -> place.getChildren().setAll(missing));
    }

    private void show(Twins scores) {
        place.getChildren().setAll(twins);
        verdict.setText(scores.verdict());
        note.set(texts.get("placebo.note", scores.score()));
        histogram.show(
                scores.twins().stream().mapToDouble(Double::doubleValue).toArray(),
                List.of(new Histogram.Mark(
                        scores.real(),
                        texts.get("placebo.real", scores.score(), Formats.decimal(scores.real(), 2)),
                        "accent")));
    }
}
