package io.quantloom.ui.factory;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The stages of every symbol: a row a symbol, a column a stage, with its state and time. */
public final class StageTableView {

    private static final double SHORTEST = 0.05;
    private static final double STAGE_WIDTH = 64;

    private final Texts texts = Texts.of("factory");
    private final TableView<SymbolRow> table;
    private final Parent root;
    private List<String> stages = List.of();
    private boolean filling;

    /** Builds the region over its view model. */
    public StageTableView(FactoryViewModel viewModel) {
        table = Tables.of("factory-symbols", texts.get("symbols"), viewModel.symbols(), columns());
        root = new Panel(texts.get("symbols"), table).note(texts.get("symbols.note"));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !filling) {
                viewModel.choose(row.symbol());
            }
        });
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        viewModel.symbolProperty().subscribe(this::select);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(FactoryContent content) {
        if (!stages.equals(content.stages())) {
            stages = content.stages();
            table.getColumns().setAll(columns());
        }
    }

    private void select(Optional<SymbolRow> row) {
        filling = true;
        row.filter(one -> !one.equals(table.getSelectionModel().getSelectedItem()))
                .ifPresent(table.getSelectionModel()::select);
        filling = false;
    }

    private List<TableColumn<SymbolRow, SymbolRow>> columns() {
        var made = new ArrayList<TableColumn<SymbolRow, SymbolRow>>();
        made.add(Columns.text(texts.get("column.symbol"), 98, SymbolRow::symbol));
        made.add(Columns.node(
                texts.get("column.result"),
                78,
                Pos.CENTER_LEFT,
                row -> new Chip(word(row.result()), row.result().tone()),
                row -> word(row.result())));
        for (int i = 0; i < stages.size(); i++) {
            int stage = i;
            made.add(Columns.node(
                    stageName(stages.get(i)),
                    STAGE_WIDTH,
                    Pos.CENTER_LEFT,
                    row -> cell(row.stages().get(stage)),
                    row -> time(row.stages().get(stage))));
        }
        made.add(Columns.text(texts.get("column.reason"), 160, StageTableView::ending, "muted"));
        return made;
    }

    private static String ending(SymbolRow row) {
        return row.model().map(made -> made.model() + " v" + made.version()).orElse(row.reason());
    }

    private String word(SymbolRow.Result result) {
        return texts.get("result." + result.name());
    }

    private String stageName(String stage) {
        return stageName(texts, stage);
    }

    static String stageName(Texts texts, String stage) {
        return texts.has("stage." + stage) ? texts.get("stage." + stage) : stage;
    }

    private Node cell(StageCell cell) {
        String word = texts.get("stage.state." + cell.state().name());
        Label label = new Label(time(cell), Icons.of(cell.state().mark()));
        label.getStyleClass().addAll("small", "muted");
        label.setTooltip(new Tooltip(
                stageName(cell.name()) + ": " + word + (Double.isNaN(cell.seconds()) ? "" : ", " + time(cell))));
        label.setAccessibleText(stageName(cell.name()) + " " + word);
        return label;
    }

    static String time(StageCell cell) {
        if (Double.isNaN(cell.seconds())) {
            return "";
        }
        if (cell.seconds() < SHORTEST) {
            return "0 s";
        }
        return cell.seconds() < 10
                ? Formats.decimal(cell.seconds(), 1) + " s"
                : Formats.about(Duration.ofMillis(Math.round(cell.seconds() * 1000)));
    }
}
