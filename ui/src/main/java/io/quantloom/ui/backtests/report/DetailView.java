package io.quantloom.ui.backtests.report;

import io.quantloom.ui.control.Panel;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What a backtest of its kind tells beside the rest: windows walked through, instruments of a portfolio, accounting. */
public final class DetailView {

    private static final double WIDTH = 124;

    private final ObservableList<List<String>> rows = FXCollections.observableArrayList();
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final TableView<List<String>> table;
    private final Panel root;

    /** Builds the region over its view model. */
    public DetailView(BacktestReportViewModel report) {
        table = Tables.unsorted("backtests-detail", Texts.of("backtests").get("tab.detail"), rows, List.of());
        root = new Panel("", table).title(title).note(note);
        report.stateProperty()
                .subscribe(
                        state -> state.shown().flatMap(BacktestReport::detail).ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(BacktestReport.Detail detail) {
        title.set(detail.title());
        note.set(detail.note());
        rows.clear();
        var columns = new ArrayList<TableColumn<List<String>, List<String>>>();
        for (int i = 0; i < detail.columns().size(); i++) {
            int index = i;
            boolean figure = i >= detail.figuresFrom() && i < detail.figuresTo();
            TableColumn<List<String>, List<String>> column = figure
                    ? Columns.figureText(detail.columns().get(i), WIDTH, row -> row.get(index))
                    : Columns.text(detail.columns().get(i), WIDTH, row -> row.get(index));
            column.setSortable(false);
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        rows.setAll(detail.rows());
    }
}
