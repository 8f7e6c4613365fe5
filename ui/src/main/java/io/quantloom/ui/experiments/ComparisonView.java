package io.quantloom.ui.experiments;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The chosen runs side by side: a column each, what differs first. */
public final class ComparisonView {

    private static final double VALUE_WIDTH = 84;

    private final Texts texts = Texts.of("experiments");
    private final TableView<Comparison.Row> table;
    private final Panel root;
    private List<RunSelection.Chosen> columns = List.of();

    /** Builds the region over its view model. */
    public ComparisonView(ComparisonViewModel viewModel) {
        table = Tables.of("experiments-comparison", texts.get("comparison"), viewModel.rows(), tableColumns());
        CheckBox only = new CheckBox(texts.get("comparison.only"));
        only.setId("experiments-differences");
        only.selectedProperty().bindBidirectional(viewModel.differencesOnlyProperty());
        EmptyState empty = new EmptyState("columns", texts.get("comparison.empty"), texts.get("comparison.empty.why"));
        root = new Panel(
                        texts.get("comparison"),
                        new StatePane<>(viewModel.stateProperty(), table, empty, viewModel::load))
                .note(viewModel.countsProperty())
                .actions(only);
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown().ifPresent(shown -> {
                    if (!shown.columns().equals(columns)) {
                        columns = shown.columns();
                        table.getColumns().setAll(tableColumns());
                    }
                }));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private List<TableColumn<Comparison.Row, Comparison.Row>> tableColumns() {
        var made = new ArrayList<TableColumn<Comparison.Row, Comparison.Row>>();
        made.add(Columns.text(texts.get("comparison.field"), 104, Comparison.Row::label, "muted"));
        IntStream.range(0, columns.size()).mapToObj(this::column).forEach(made::add);
        return made;
    }

    private TableColumn<Comparison.Row, Comparison.Row> column(int index) {
        RunSelection.Chosen run = columns.get(index);
        TableColumn<Comparison.Row, Comparison.Row> column = Columns.node(
                "",
                VALUE_WIDTH,
                Pos.CENTER_RIGHT,
                row -> value(row, index),
                row -> row.values().get(index));
        Label head = new Label(run.name(), Swatches.of(run.color()));
        head.setTooltip(new Tooltip(run.name()));
        column.setGraphic(head);
        return column;
    }

    private static Label value(Comparison.Row row, int index) {
        String text = row.values().get(index);
        Label label = row.best() == index ? Icons.text(text, "strong") : Icons.text(text);
        label.setTooltip(new Tooltip(row.kind() + " " + row.key() + " = " + text));
        return label;
    }
}
