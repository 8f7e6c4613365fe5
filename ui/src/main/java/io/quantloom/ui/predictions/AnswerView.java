package io.quantloom.ui.predictions;

import io.quantloom.ui.chart.figure.RankChart;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.predictions.SymbolRow.Way;
import io.quantloom.ui.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** One answer: what was asked and said, and each feature's part in it. */
public final class AnswerView {

    private final Texts texts = Texts.of("predictions");
    private final RankChart waterfall = new RankChart();
    private final StringProperty way = new SimpleStringProperty("");
    private final Panel root;

    /** Builds the region over its view model. */
    public AnswerView(AnswerViewModel viewModel) {
        waterfall.setId("predictions-waterfall");
        Segments<Way> ways = new Segments<>(
                "predictions-way",
                FXCollections.observableArrayList(Way.values()),
                one -> texts.get("way." + one.name()),
                viewModel.wayProperty());
        ways.getStyleClass().add("small-segments");
        Node states = new StatePane<>(viewModel.stateProperty(), drawing(), none(viewModel), viewModel::load);
        VBox.setVgrow(states, Priority.ALWAYS);
        VBox body = new VBox(6, head(viewModel), states);
        body.setPadding(new Insets(0, 12, 8, 12));
        body.setMinSize(0, 0);
        root = new Panel(texts.get("answer"), body).actions(ways).grow();
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private static Node head(AnswerViewModel viewModel) {
        Label head = Icons.text("", "wrap");
        head.setId("predictions-answer");
        head.textProperty().bind(viewModel.headProperty());
        head.setMinHeight(Label.USE_PREF_SIZE);
        head.visibleProperty().bind(viewModel.headProperty().isNotEmpty());
        head.managedProperty().bind(head.visibleProperty());
        return head;
    }

    private Node drawing() {
        Label words = Icons.text("", "muted", "wrap");
        words.textProperty().bind(way);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setVgrow(waterfall, Priority.ALWAYS);
        VBox box = new VBox(6, words, waterfall);
        box.setMinSize(0, 0);
        return box;
    }

    private static Node none(AnswerViewModel viewModel) {
        Label words = Icons.text("", "muted", "wrap");
        words.setId("predictions-no-answer");
        words.setTextAlignment(TextAlignment.CENTER);
        words.textProperty().bind(viewModel.whyNoneProperty());
        VBox box = Icons.styled(new VBox(8, Icons.of("compass", "empty-icon"), words), "empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show(AnswerContent content) {
        way.set(content.way());
        waterfall.showWaterfall(texts.get("answer"), content.bars());
    }
}
