package io.quantloom.ui.registry.card;

import io.quantloom.ui.chart.figure.RankChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.registry.card.CardContent.Example;
import io.quantloom.ui.registry.card.CardContent.Explained;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a model looks at: the mean size of each feature's contribution, and one answer feature by feature. */
public final class ExplanationView {

    private final Texts texts = Texts.of("registry");
    private final RankChart importances = new RankChart();
    private final RankChart waterfall = new RankChart();
    private final ComboBox<String> choice = new ComboBox<>();
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty way = new SimpleStringProperty("");
    private final StackPane place = new StackPane();
    private final EmptyState missing;
    private final Node content;
    private final Parent root;
    private List<Example> examples = List.of();

    /** Builds the region over its view model. */
    public ExplanationView(CardViewModel viewModel) {
        missing = empty();
        choice.setId("registry-example");
        choice.setAccessibleText(texts.get("explanation.examples"));
        choice.setOnAction(_ -> draw());
        choice.setMinWidth(0);
        choice.setMaxWidth(160);
        VBox box = new VBox(
                8,
                new Panel(texts.get("explanation"), padded(importances))
                        .note(note)
                        .grow(),
                new Panel(texts.get("explanation.examples"), padded(way(), waterfall))
                        .actions(choice)
                        .grow());
        box.setMinSize(0, 0);
        content = box;
        place.setMinSize(0, 0);
        root = new StatePane<>(viewModel.stateProperty(), place, empty(), viewModel::load).framed();
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(card -> card.explanation()
                                .ifPresentOrElse(
                                        this::show, () -> place.getChildren().setAll(missing))));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private EmptyState empty() {
        return new EmptyState("eye", texts.get("explanation.empty"), texts.get("explanation.empty.why"));
    }

    private Node way() {
        Label words = Icons.text("", "muted");
        words.textProperty().bind(way);
        VBox.setMargin(words, new Insets(0, 0, 4, 4));
        return words;
    }

    private static VBox padded(Node... nodes) {
        VBox body = new VBox(nodes);
        Node chart = nodes[nodes.length - 1];
        body.setPadding(new Insets(0, 8, 8, 8));
        body.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return body;
    }

    private void show(Explained explained) {
        place.getChildren().setAll(content);
        note.set(explained.note());
        importances.show(texts.get("explanation"), explained.importances());
        examples = explained.examples();
        choice.getItems().setAll(examples.stream().map(Example::title).toList());
        if (!examples.isEmpty()) {
            choice.getSelectionModel().selectFirst();
        }
        draw();
    }

    private void draw() {
        int index = choice.getSelectionModel().getSelectedIndex();
        if (index >= 0 && index < examples.size()) {
            way.set(examples.get(index).way());
            waterfall.showWaterfall(
                    examples.get(index).title(), examples.get(index).bars());
        }
    }
}
