package io.quantloom.ui.features;

import io.quantloom.ui.chart.CandleChart;
import io.quantloom.ui.chart.figure.RankChart;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.features.LabelContent.Fact;
import io.quantloom.ui.format.Formats;
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
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Labels on the prices they come from, how many of each there are, and what should be looked at. */
public final class LabelsView {

    private static final int SHOWN = 160;

    private final Texts texts = Texts.of("features");
    private final CandleChart chart = CandleChart.ofPrices();
    private final RankChart balance = new RankChart();
    private final RankChart guesses = new RankChart();
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final StringProperty note = new SimpleStringProperty("");
    private final Parent root;

    /** Builds the region over its view model. */
    public LabelsView(LabelsViewModel viewModel, ViewMemory memory) {
        ComboBox<String> definition = new ComboBox<>(FXCollections.observableArrayList(LabelsViewModel.names()));
        definition.setId("features-label");
        definition.setAccessibleText(texts.get("labels.definition"));
        definition.valueProperty().bindBidirectional(viewModel.definitionProperty());
        StackPane drawing = new StackPane(chart.root());
        drawing.setMinSize(0, 0);
        Node split = Splits.horizontal(
                memory,
                "features.labels",
                0.68,
                new Panel(texts.get("labels"), drawing).note(note).actions(definition),
                side());
        StatePane<LabelContent> states = new StatePane<>(
                viewModel.stateProperty(),
                split,
                new EmptyState("tag", texts.get("labels.empty"), texts.get("labels.empty.why")),
                viewModel::load);
        root = states.framed();
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node side() {
        VBox table = new VBox(Tables.unsorted(
                "features-label-facts",
                texts.get("labels.facts"),
                facts,
                List.of(
                        Columns.text(texts.get("labels.fact"), 190, Fact::name, "muted"),
                        Columns.figureText(texts.get("labels.value"), 90, Fact::value))));
        VBox.setVgrow(table.getChildren().getFirst(), Priority.ALWAYS);
        VBox box = new VBox(
                8,
                new Panel(texts.get("labels.balance"), padded(balance)).high(136),
                new Panel(texts.get("labels.facts"), table).grow(),
                new Panel(texts.get("labels.guess"), padded(guesses))
                        .note(texts.get("labels.guess.note"))
                        .high(120));
        box.setMinSize(0, 0);
        return box;
    }

    private static VBox padded(Node node) {
        VBox box = new VBox(node);
        box.setPadding(new Insets(0, 12, 8, 12));
        VBox.setVgrow(node, Priority.ALWAYS);
        box.setMinSize(0, 0);
        return box;
    }

    private void show(LabelContent content) {
        chart.show(CandleChart.Content.of(
                content.series() + content.definition(),
                content.series(),
                "",
                content.bars(),
                SHOWN,
                content.synthetic()));
        chart.annotate(List.of(Layers.stretches(content.stretches())), List.of());
        note.set(
                texts.get("labels.note", Formats.integer(content.stretches().size()), Formats.integer(content.size())));
        balance.show(texts.get("labels.balance"), content.balance());
        guesses.show(texts.get("labels.guess"), content.guesses());
        facts.setAll(content.facts());
    }
}
