package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.StepChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One metric of the chosen runs: over its steps, or as bars where there is one value a run. */
public final class MetricHistoryView {

    private static final double NAME_WIDTH = 150;
    private static final double FIGURE_WIDTH = 72;

    private final Texts texts = Texts.of("experiments");
    private final MetricHistoryViewModel viewModel;
    private final StepChart chart = new StepChart(texts.get("history.step"));
    private final VBox bars = Icons.styled(new VBox(6), "panel-body");
    private final ScrollPane scrolled = new ScrollPane(bars);
    private final StackPane drawing = new StackPane();
    private final ComboBox<String> keys = new ComboBox<>();
    private final VBox root;

    /** Builds the region over its view model. */
    public MetricHistoryView(MetricHistoryViewModel viewModel) {
        this.viewModel = viewModel;
        scrolled.setFitToWidth(true);
        keys.setId("experiments-metric");
        keys.setAccessibleText(texts.get("history.metric"));
        keys.setConverter(new LabelText());
        keys.setOnAction(_ -> {
            if (keys.getValue() != null) {
                viewModel.keyProperty().set(keys.getValue());
            }
        });
        HBox bar = Icons.styled(new HBox(8, Icons.text(texts.get("history.metric"), "muted"), keys), "filter-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(bar, drawing);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        drawing.setMinSize(0, 0);
        EmptyState empty = new EmptyState("activity", texts.get("history.empty"), texts.get("history.empty.why"));
        StatePane<MetricHistory> states = new StatePane<>(viewModel.stateProperty(), content, empty, viewModel::load);
        VBox.setVgrow(states, Priority.ALWAYS);
        root = new VBox(states);
        root.setMinSize(0, 0);
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(MetricHistory history) {
        if (!keys.getItems().equals(history.keys())) {
            keys.getItems().setAll(history.keys());
        }
        keys.setValue(history.key());
        if (history.hasSteps()) {
            chart.show(history.lines());
            drawing.getChildren().setAll(chart.root());
        } else {
            bars.getChildren()
                    .setAll(history.bars().stream().map(MetricHistoryView::bar).toList());
            drawing.getChildren().setAll(scrolled);
        }
    }

    private static Node bar(MetricHistory.Bar bar) {
        Label name = Icons.text(bar.name());
        name.setMinWidth(NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        ProgressBar line = Icons.styled(new ProgressBar(bar.share()), "run-bar", "run-bar-" + bar.token());
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        Label figure = Icons.text(bar.figure());
        figure.setMinWidth(FIGURE_WIDTH);
        figure.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(8, name, line, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(bar.name() + " " + bar.figure());
        return row;
    }

    /** Metrics by their names for people. */
    private static final class LabelText extends StringConverter<String> {
        @Override
        public String toString(String key) {
            return key == null ? "" : StatisticText.of(key).label();
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
