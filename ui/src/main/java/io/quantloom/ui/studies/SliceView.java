package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.PointChart;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Each setting against the value, in small drawings of one scale. */
public final class SliceView {

    private static final int MOST = 9;

    private final StudyViewModel viewModel;
    private final GridPane grid = new GridPane(12, 8);
    private final List<PointChart> charts = new ArrayList<>();
    private final StringProperty note = new SimpleStringProperty("");
    private final Parent root;

    /** Builds the region over its view model. */
    public SliceView(StudyViewModel viewModel) {
        this.viewModel = viewModel;
        grid.setMinSize(0, 0);
        root = new Panel(Texts.of("studies").get("slice"), HistoryView.padded(grid)).note(note);
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ShownStudy shown) {
        List<String> settings = shown.content().settings();
        List<String> drawn = settings.subList(0, Math.min(MOST, settings.size()));
        note.set(Texts.of("studies").get("slice.note", drawn.size(), settings.size()));
        if (charts.size() != drawn.size()) {
            build(drawn.size());
        }
        int ring = shown.valued().stream().map(TrialRow::number).toList().indexOf(shown.selected());
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).show(TrialSlice.of(shown, drawn.get(i)));
            charts.get(i).ring(ring);
        }
    }

    private void build(int count) {
        charts.clear();
        grid.getChildren().clear();
        int columns = count <= 4 ? Math.min(2, Math.max(1, count)) : 3;
        int rows = Math.ceilDiv(count, columns);
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100.0 / Math.max(1, rows));
        row.setVgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(java.util.Collections.nCopies(columns, column));
        grid.getRowConstraints().setAll(java.util.Collections.nCopies(rows, row));
        for (int i = 0; i < count; i++) {
            PointChart chart = new PointChart().quiet();
            chart.setId("studies-slice-" + i);
            chart.onPick(position -> viewModel
                    .shownProperty()
                    .get()
                    .ifPresent(shown ->
                            viewModel.select(shown.valued().get(position).number())));
            charts.add(chart);
            grid.add(chart, i % columns, Math.floorDiv(i, columns));
        }
    }
}
