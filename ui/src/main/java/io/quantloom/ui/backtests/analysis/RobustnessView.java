package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.backtests.analysis.AnalysisContent.Interval;
import io.quantloom.ui.backtests.analysis.AnalysisContent.NeighborRow;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Neighborhood;
import io.quantloom.ui.backtests.analysis.AnalysisContent.Paths;
import io.quantloom.ui.chart.figure.FanChart;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What could have come instead: simulated paths and their worst falls, intervals, and neighboring parameters. */
public final class RobustnessView {

    private final Texts texts = Texts.of("backtests");
    private final ObservableList<String> methods = FXCollections.observableArrayList();
    private final ObjectProperty<String> method = new SimpleObjectProperty<>("");
    private final StringProperty what = new SimpleStringProperty("");
    private final FanChart fan = new FanChart(new FanChart.Words(
            texts.get("fan.actual"), texts.get("fan.median"), texts.get("fan.wide"), texts.get("fan.narrow")));
    private final Histogram falls = new Histogram();
    private final ObservableList<Interval> intervals = FXCollections.observableArrayList();
    private final ObservableList<NeighborRow> neighbors = FXCollections.observableArrayList();
    private final TableView<NeighborRow> neighborTable;
    private final Label neighborSummary = Icons.text("", "wrap");
    private final StackPane fanPlace = AnalysisStates.place();
    private final StackPane fallPlace = AnalysisStates.place();
    private final StackPane neighborPlace = AnalysisStates.place();
    private final VBox neighborBody;
    private final StatePane<AnalysisContent> root;
    private List<Paths> paths = List.of();

    /** Builds the region over its view model. */
    public RobustnessView(AnalysisViewModel viewModel, ViewMemory memory) {
        neighborTable = Tables.of("backtests-neighbors", texts.get("neighbors"), neighbors, neighborColumns(List.of()));
        neighborBody = new VBox(neighborSummary, neighborTable);
        neighborSummary.getStyleClass().add("neighbor-summary");
        VBox.setVgrow(neighborTable, Priority.ALWAYS);
        neighborBody.setMinSize(0, 0);
        Segments<String> kinds = new Segments<>("backtests-paths", methods, name -> name, method);
        kinds.getStyleClass().add("small-segments");
        Node left = Splits.vertical(
                memory,
                "backtests.fan",
                0.62,
                new Panel(texts.get("fan"), fanPlace).note(what).actions(kinds),
                AnalysisStates.padded(texts.get("falls"), fallPlace).note(texts.get("falls.note")));
        Node right = Splits.vertical(
                memory,
                "backtests.intervals",
                0.4,
                new Panel(texts.get("intervals"), intervalTable()).note(texts.get("intervals.note")),
                new Panel(texts.get("neighbors"), neighborPlace).note(texts.get("neighbors.note")));
        SplitPane both = Splits.horizontal(memory, "backtests.robustness", 0.6, left, right);
        root = AnalysisStates.of(viewModel, "robustness", both).framed();
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        method.subscribe(_ -> showPaths());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(AnalysisContent content) {
        paths = content.paths();
        List<String> names = paths.stream().map(Paths::method).toList();
        if (!names.contains(method.get())) {
            method.set(names.isEmpty() ? "" : names.getFirst());
        }
        methods.setAll(names);
        AnalysisStates.fill(fanPlace, !paths.isEmpty(), fan.root(), content.notes(), "monte_carlo");
        AnalysisStates.fill(fallPlace, !paths.isEmpty(), falls, content.notes(), "monte_carlo");
        showPaths();
        intervals.setAll(content.bootstraps());
        AnalysisStates.fill(
                neighborPlace, content.neighbors().isPresent(), neighborBody, content.notes(), "perturbation");
        content.neighbors().ifPresent(this::showNeighbors);
    }

    private void showPaths() {
        paths.stream()
                .filter(one -> one.method().equals(method.get()))
                .findFirst()
                .ifPresent(one -> {
                    what.set(one.what());
                    fan.show(one.fan());
                    falls.show(
                            one.drawdowns().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray(),
                            one.marks());
                });
    }

    private void showNeighbors(Neighborhood now) {
        neighborSummary.setText(now.summary());
        neighborSummary
                .getStyleClass()
                .setAll("label", "wrap", "neighbor-summary", now.tone().styleClass());
        neighborTable.getColumns().setAll(neighborColumns(now.parameters()));
        neighbors.setAll(now.rows());
    }

    private TableView<Interval> intervalTable() {
        return Tables.of(
                "backtests-intervals",
                texts.get("intervals"),
                intervals,
                List.of(
                        Columns.text(texts.get("column.statistic"), 116, Interval::statistic),
                        Columns.figureText(texts.get("interval.estimate"), 80, Interval::estimate),
                        Columns.figureText(texts.get("interval.low"), 80, Interval::low),
                        Columns.figureText(texts.get("interval.high"), 96, Interval::high),
                        Columns.text(texts.get("interval.method"), 96, Interval::method, "muted")));
    }

    private List<TableColumn<NeighborRow, NeighborRow>> neighborColumns(List<String> parameters) {
        var made = new ArrayList<TableColumn<NeighborRow, NeighborRow>>();
        made.add(Columns.toned(
                "",
                70,
                row -> row.isCenter() ? texts.get("neighbors.center") : "",
                row -> row.isCenter() ? Tone.ACCENT : Tone.MUTED));
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            made.add(Columns.number(parameters.get(i), 70, row -> row.values().get(index), Formats::plain));
        }
        made.add(
                Columns.signed(texts.get("column.sharpe"), 70, NeighborRow::sharpe, value -> Formats.signed(value, 2)));
        made.add(Columns.signed(
                texts.get("column.net"), 84, NeighborRow::totalReturn, value -> Formats.percent(value, 1)));
        made.add(Columns.number(
                texts.get("column.trades"), 60, NeighborRow::trades, value -> Formats.decimal(value, 0)));
        return made;
    }
}
