package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.PointChart;
import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The value of each trial with the best so far; below it what trials reported on their way. */
public final class HistoryView {

    private final PointChart history = new PointChart();
    private final PointChart ways = new PointChart();
    private final StackPane waysPlace = new StackPane();
    private final EmptyState noWays;
    private final Parent root;

    /** Builds the region over its view model. */
    public HistoryView(StudyViewModel viewModel, ViewMemory memory) {
        Texts texts = Texts.of("studies");
        history.setId("studies-history");
        noWays = new EmptyState("activity", texts.get("ways.empty"), texts.get("ways.empty.why"));
        waysPlace.setMinSize(0, 0);
        root = Splits.vertical(
                memory,
                "studies.history",
                0.54,
                new Panel(texts.get("history"), padded(history)).note(texts.get("history.note")),
                new Panel(texts.get("ways"), padded(waysPlace)).note(texts.get("ways.note")));
        history.onPick(position -> viewModel
                .shownProperty()
                .get()
                .ifPresent(
                        shown -> viewModel.select(shown.valued().get(position).number())));
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ShownStudy shown) {
        history.show(TrialHistory.of(shown));
        history.ring(shown.valued().stream().map(TrialRow::number).toList().indexOf(shown.selected()));
        PointContent content = TrialHistory.ways(shown);
        waysPlace.getChildren().setAll(content.traces().isEmpty() ? noWays : ways);
        ways.show(content);
    }

    static VBox padded(Node node) {
        VBox box = Icons.styled(new VBox(node), "panel-body");
        VBox.setVgrow(node, Priority.ALWAYS);
        box.setMinSize(0, 0);
        return box;
    }
}
