package io.quantloom.ui.studies;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** The trials that pass the filter, a row each. */
public final class TrialTableView {

    private final Texts texts = Texts.of("studies");
    private final ViewMemory memory;
    private final ObservableList<TrialRow> rows = FXCollections.observableArrayList();
    private final TableView<TrialRow> table;
    private final StringProperty note = new SimpleStringProperty("");
    private final Parent root;
    private List<String> settings = List.of();
    private boolean filling;

    /** Builds the region over its view model. */
    public TrialTableView(StudyViewModel viewModel, ViewMemory memory) {
        this.memory = memory;
        table = Tables.of("studies-trials", texts.get("trials"), rows, columns());
        root = new Panel(texts.get("trials"), table).note(note);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !filling) {
                viewModel.select(row.number());
            }
        });
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ShownStudy shown) {
        filling = true;
        if (!settings.equals(shown.content().settings())) {
            settings = shown.content().settings();
            table.getColumns().setAll(columns());
            Tables.remember(table, memory, "studies.trials");
        }
        List<TrialRow> now = shown.passing();
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        note.set(texts.get("trials.note", now.size(), shown.content().trials().size()));
        now.stream()
                .filter(row -> row.number() == shown.selected())
                .filter(row -> !row.equals(table.getSelectionModel().getSelectedItem()))
                .findFirst()
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
        filling = false;
    }

    private List<TableColumn<TrialRow, TrialRow>> columns() {
        var made = new ArrayList<TableColumn<TrialRow, TrialRow>>();
        made.add(Columns.number(texts.get("column.trial"), 52, TrialRow::number, value -> Formats.decimal(value, 0)));
        made.add(Columns.node(
                texts.get("column.state"),
                96,
                Pos.CENTER_LEFT,
                this::state,
                row -> row.state().name()));
        made.add(Columns.number(texts.get("value"), 74, TrialRow::value, value -> Formats.decimal(value, 3)));
        for (String name : settings) {
            made.add(Columns.figureText(name, Math.max(74, 16 + 7 * name.length()), row -> row.text(name)));
        }
        made.add(
                Columns.number(texts.get("column.seconds"), 70, TrialRow::seconds, value -> Formats.decimal(value, 1)));
        made.add(Columns.text(texts.get("column.reason"), 150, TrialRow::reason, "muted"));
        made.add(Columns.time(texts.get("column.started"), 132, TrialRow::started));
        return made;
    }

    private Node state(TrialRow row) {
        Tone tone = tone(row.state());
        HBox box = new HBox(
                6,
                Icons.of(icon(row.state()), tone),
                Icons.text(texts.get("state." + row.state().name()), tone.styleClass()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String icon(TrialRow.State state) {
        return switch (state) {
            case COMPLETE -> "check";
            case PRUNED -> "scissors";
            case FAILED -> "x-octagon";
            case CANCELED -> "slash";
            case RUNNING -> "loader";
            case WAITING -> "clock";
        };
    }

    private static Tone tone(TrialRow.State state) {
        return switch (state) {
            case COMPLETE -> Tone.NEUTRAL;
            case PRUNED -> Tone.WARN;
            case FAILED -> Tone.BAD;
            case CANCELED -> Tone.MUTED;
            case RUNNING -> Tone.ACCENT;
            case WAITING -> Tone.MUTED;
        };
    }
}
