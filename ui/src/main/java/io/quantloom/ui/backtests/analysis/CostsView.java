package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.backtests.analysis.AnalysisContent.Delay;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is left of the backtest at other fees and slippage, a matrix for each delay, all in one scale of colours. */
public final class CostsView {

    private static final int COLUMNS = 2;

    /** What the cells say. */
    private enum Measure {
        SHARPE,
        RETURN
    }

    private final Texts texts = Texts.of("backtests");
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.SHARPE);
    private final GridPane matrices = new GridPane(20, 14);
    private final StackPane place = AnalysisStates.place();
    private final Panel root;
    private List<Delay> delays = List.of();

    /** Builds the region over its view model. */
    public CostsView(AnalysisViewModel viewModel) {
        Segments<Measure> what = new Segments<>(
                "backtests-costs",
                FXCollections.observableArrayList(Measure.values()),
                one -> texts.get(one == Measure.SHARPE ? "costs.sharpe" : "costs.return"),
                measure);
        what.getStyleClass().add("small-segments");
        VBox body = Icons.styled(new VBox(matrices), "panel-body");
        VBox.setVgrow(matrices, Priority.ALWAYS);
        body.setMinSize(0, 0);
        matrices.setMinSize(0, 0);
        root = new Panel(texts.get("costs"), AnalysisStates.of(viewModel, "costs", place))
                .note(texts.get("costs.note"))
                .actions(what);
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown().ifPresent(shown -> {
                    delays = shown.costs();
                    AnalysisStates.fill(place, !delays.isEmpty(), body, shown.notes(), "frontier");
                    show();
                }));
        measure.subscribe(_ -> show());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show() {
        matrices.getChildren().clear();
        matrices.getColumnConstraints().clear();
        matrices.getRowConstraints().clear();
        for (int i = 0; i < delays.size(); i++) {
            matrices.add(matrix(delays.get(i)), i % COLUMNS, Math.floorDiv(i, COLUMNS));
        }
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            matrices.getColumnConstraints().add(column);
        }
        int rows = Math.ceilDiv(delays.size(), COLUMNS);
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            matrices.getRowConstraints().add(row);
        }
    }

    private Node matrix(Delay delay) {
        MatrixChart chart = new MatrixChart();
        chart.show(measure.get() == Measure.SHARPE ? delay.sharpe() : delay.totalReturn());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox box = new VBox(6, Icons.text(delay.title(), "strong"), chart);
        box.setMinSize(0, 0);
        return box;
    }
}
