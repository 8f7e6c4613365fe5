package io.quantloom.ui.registry.card;

import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.chart.figure.PointChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.registry.card.CardContent.Figure;
import io.quantloom.ui.registry.card.CardContent.Quality;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How well a model classifies: confusion matrix, hits against false alarms, reliability, shares with their intervals. */
public final class QualityView {

    private final Texts texts = Texts.of("registry");
    private final MatrixChart confusion = new MatrixChart();
    private final PointChart roc = new PointChart();
    private final PointChart reliability = new PointChart().quiet();
    private final StackPane reliabilityPlace = new StackPane();
    private final StackPane place = new StackPane();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final StringProperty note = new SimpleStringProperty("");
    private final EmptyState noProbability;
    private final EmptyState missing;
    private final Node content;
    private final Parent root;

    /** Builds the region over its view model. */
    public QualityView(CardViewModel viewModel) {
        noProbability = new EmptyState("activity", texts.get("reliability.empty"), texts.get("reliability.empty.why"));
        missing = new EmptyState("target", texts.get("quality.empty"), texts.get("quality.empty.why"));
        content = content();
        place.setMinSize(0, 0);
        root = new StatePane<>(
                        viewModel.stateProperty(),
                        place,
                        new EmptyState("target", texts.get("quality.empty"), texts.get("quality.empty.why")),
                        viewModel::load)
                .framed();
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(card -> card.quality()
                                .ifPresentOrElse(
                                        this::show, () -> place.getChildren().setAll(missing))));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node content() {
        reliabilityPlace.setMinSize(0, 0);
        HBox curves = new HBox(8, panel(texts.get("roc"), roc), panel(texts.get("reliability"), reliabilityPlace));
        VBox.setVgrow(curves, Priority.ALWAYS);
        curves.setMinSize(0, 0);
        Node table = Tables.unsorted(
                "registry-figures",
                texts.get("quality"),
                figures,
                List.of(
                        Columns.text(texts.get("quality.name"), 130, Figure::name, "muted"),
                        Columns.figureText(texts.get("quality.value"), 54, Figure::value),
                        Columns.figureText(texts.get("quality.interval"), 100, Figure::interval)));
        // Four cells need little width; the intervals beside them need all that is left at 1280 × 780.
        Panel matrix = panel(texts.get("confusion"), confusion).note(note).wide(152);
        HBox.setHgrow(matrix, Priority.SOMETIMES);
        HBox lower = new HBox(8, matrix, new Panel(texts.get("quality"), table).grow());
        VBox.setVgrow(lower, Priority.ALWAYS);
        lower.setMinSize(0, 0);
        // All eleven figures find room at 1280 × 780.
        lower.setPrefHeight(176);
        curves.setPrefHeight(100);
        VBox box = new VBox(8, curves, lower);
        box.setMinSize(0, 0);
        return box;
    }

    private static Panel panel(String title, Node chart) {
        VBox body = new VBox(chart);
        body.setPadding(new Insets(0, 8, 8, 8));
        body.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        Panel panel = new Panel(title, body).grow();
        panel.setPrefWidth(100);
        return panel;
    }

    private void show(Quality quality) {
        place.getChildren().setAll(content);
        confusion.show(quality.confusion());
        roc.show(quality.roc());
        quality.reliability().ifPresent(reliability::show);
        reliabilityPlace.getChildren().setAll(quality.reliability().isPresent() ? reliability : noProbability);
        figures.setAll(quality.figures());
        note.set(quality.note());
    }
}
