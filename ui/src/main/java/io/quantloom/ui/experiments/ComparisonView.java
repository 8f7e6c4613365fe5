package io.quantloom.ui.experiments;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.statistic.ComparedRow;
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

    private static final double VALUE_WIDTH = 74;

    private final Texts texts = Texts.of("experiments");
    private final TableView<ComparedRow> table;
    private final Panel root;
    private List<RunSelection.Chosen> columns = List.of();
    private List<String> shortNames = List.of();

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
                        shortNames = shown.shortNames();
                        table.getColumns().setAll(tableColumns());
                    }
                }));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private List<TableColumn<ComparedRow, ComparedRow>> tableColumns() {
        var made = new ArrayList<TableColumn<ComparedRow, ComparedRow>>();
        made.add(Columns.text(texts.get("comparison.field"), 104, ComparedRow::label, "muted"));
        IntStream.range(0, columns.size()).mapToObj(this::column).forEach(made::add);
        return made;
    }

    private TableColumn<ComparedRow, ComparedRow> column(int index) {
        RunSelection.Chosen run = columns.get(index);
        TableColumn<ComparedRow, ComparedRow> column = Columns.node(
                "",
                VALUE_WIDTH,
                Pos.CENTER_RIGHT,
                row -> value(row, index),
                row -> row.values().get(index));
        Label head = new Label(shortNames.get(index), RunMarks.swatch(run.color()));
        head.setTooltip(new Tooltip(run.name()));
        column.setGraphic(head);
        return column;
    }

    private static Label value(ComparedRow row, int index) {
        String text = row.values().get(index);
        Label label = row.best() == index ? Icons.text(text, "strong") : Icons.text(text);
        label.setTooltip(new Tooltip(row.kind() + " " + row.key() + " = " + text));
        return label;
    }
}
