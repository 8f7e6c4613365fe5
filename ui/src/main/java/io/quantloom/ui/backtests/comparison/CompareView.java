package io.quantloom.ui.backtests.comparison;

import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.ComparedRow;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which backtests stand beside the open one, their growth on one axis, and what differs. */
public final class CompareView {

    private static final double LIST_WIDTH = 318;
    private static final double TABLE_WIDTH = 450;
    private static final double VALUE_WIDTH = 82;

    private final Texts texts = Texts.of("backtests");
    private final CompareViewModel viewModel;
    private final EquityChart chart = new EquityChart(false);
    private final TableView<ComparedRow> table;
    private final HBox root;
    private List<CompareContent.Column> columns = List.of();

    /** Builds the region over its view model. */
    public CompareView(CompareViewModel viewModel) {
        this.viewModel = viewModel;
        chart.format(growth -> Formats.percent(growth - 1, 0));
        table = Tables.of("backtests-differences", texts.get("compare.table"), viewModel.rows(), tableColumns());
        root = new HBox(8, chosen(), equity(), differences());
        root.setMinSize(0, 0);
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(CompareContent content) {
        chart.show(content.equity());
        if (!content.columns().equals(columns)) {
            columns = content.columns();
            table.getColumns().setAll(tableColumns());
        }
    }

    private Node chosen() {
        TableView<BacktestRow> list = Tables.of(
                "backtests-compare",
                texts.get("compare.with"),
                viewModel.backtests(),
                List.of(
                        Columns.node(
                                "",
                                28,
                                Pos.CENTER,
                                this::tick,
                                row -> viewModel.token(row.id()).isEmpty() ? "" : "x"),
                        Columns.node("", 22, Pos.CENTER, this::swatch, _ -> ""),
                        Columns.text(texts.get("column.name"), 136, BacktestRow::name),
                        Columns.number(
                                texts.get("column.sharpe"),
                                58,
                                BacktestRow::sharpe,
                                StatisticText.of("sharpe_ratio")::format),
                        Columns.signed(
                                texts.get("column.net"),
                                74,
                                BacktestRow::totalReturn,
                                value -> Formats.percent(value, 1))));
        list.setOnKeyPressed(event -> {
            BacktestRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                viewModel.toggle(row);
                event.consume();
            }
        });
        Tables.onOpen(list, viewModel::toggle);
        viewModel.others().addListener((ListChangeListener<String>) _ -> list.refresh());
        viewModel.stateProperty().subscribe(_ -> list.refresh());
        return new Panel(texts.get("compare.with"), list)
                .note(texts.get("compare.most"))
                .wide(LIST_WIDTH);
    }

    private Node tick(BacktestRow row) {
        String token = viewModel.token(row.id());
        CheckBox box = new CheckBox();
        box.setSelected(!token.isEmpty());
        box.setDisable(token.equals("accent"));
        box.setFocusTraversable(false);
        box.setAccessibleText(texts.get("compare.tick", row.name()));
        box.setOnAction(_ -> viewModel.toggle(row));
        return box;
    }

    private Node swatch(BacktestRow row) {
        String token = viewModel.token(row.id());
        return Icons.styled(new Region(), "swatch", "swatch-" + (token.isEmpty() ? "off" : token));
    }

    private Node equity() {
        EmptyState empty = new EmptyState("trending-up", texts.get("compare.empty"), texts.get("compare.empty.why"));
        StatePane<CompareContent> state =
                new StatePane<>(viewModel.stateProperty(), chart.root(), empty, viewModel::load);
        return new Panel(texts.get("compare.equity"), state)
                .note(viewModel.startProperty())
                .grow();
    }

    private Node differences() {
        CheckBox only = new CheckBox(texts.get("compare.only"));
        only.setId("backtests-differences-only");
        only.selectedProperty().bindBidirectional(viewModel.differencesOnlyProperty());
        return new Panel(texts.get("compare.table"), table)
                .note(viewModel.countsProperty())
                .actions(only)
                .wide(TABLE_WIDTH);
    }

    private List<TableColumn<ComparedRow, ComparedRow>> tableColumns() {
        var made = new ArrayList<TableColumn<ComparedRow, ComparedRow>>();
        made.add(Columns.text(texts.get("compare.field"), 112, ComparedRow::label, "muted"));
        IntStream.range(0, columns.size()).mapToObj(this::column).forEach(made::add);
        return made;
    }

    private TableColumn<ComparedRow, ComparedRow> column(int index) {
        CompareContent.Column backtest = columns.get(index);
        TableColumn<ComparedRow, ComparedRow> column = Columns.node(
                "",
                VALUE_WIDTH,
                Pos.CENTER_RIGHT,
                row -> value(row, index),
                row -> row.values().get(index));
        Label head = new Label(
                texts.get(index == 0 ? "compare.open" : "compare.other", index),
                Icons.styled(new Region(), "swatch", "swatch-" + backtest.token()));
        head.setTooltip(new Tooltip(backtest.name()));
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
