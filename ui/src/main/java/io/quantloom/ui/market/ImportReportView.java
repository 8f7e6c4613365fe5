package io.quantloom.ui.market;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an import came to, as a dialog: a line for each file, and every rejected row with its place and reason. */
public final class ImportReportView {

    private static final double WIDTH = 820;
    private static final double TABLE_HEIGHT = 260;

    private final Texts texts = Texts.of("market");
    private final ImportViewModel viewModel;
    private final ModalLayer modals;

    /** Shows each report of the view model on the layer. */
    public ImportReportView(ImportViewModel viewModel, ModalLayer modals) {
        this.viewModel = viewModel;
        this.modals = modals;
        viewModel.reportProperty().subscribe(report -> report.ifPresent(this::show));
    }

    private void show(ImportViewModel.Report report) {
        VBox body = new VBox(12);
        report.files().forEach(file -> body.getChildren().add(file(file)));
        if (!report.rejections().isEmpty()) {
            String title = texts.get("import.rejections") + " · "
                    + Formats.integer(report.rejections().size());
            body.getChildren().addAll(Icons.text(title, "strong"), rejections(report.rejections()));
        }
        List<Button> buttons = new ArrayList<>();
        if (report.canBeForced()) {
            Button force = new Button(texts.get("import.force"));
            force.setId("import-force");
            force.setOnAction(_ -> {
                modals.close();
                viewModel.acceptPossibleRows();
            });
            buttons.add(force);
        }
        Button done = Icons.styled(new Button(texts.get("import.done")), "primary");
        done.setId("import-done");
        done.setOnAction(_ -> {
            modals.close();
            viewModel.dismiss();
        });
        buttons.add(done);
        modals.show(texts.get("import.title"), body, WIDTH, buttons.toArray(Button[]::new));
        done.requestFocus();
    }

    private static Node file(ImportViewModel.FileRow file) {
        HBox head = new HBox(8, Icons.text(file.file(), "strong"), Icons.text(file.series(), "muted"));
        Label result = Icons.text(file.result(), "wrap", file.tone().styleClass());
        Label concluded = Icons.text(file.concluded(), "muted", "small", "wrap");
        for (Label label : List.of(result, concluded)) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox text = new VBox(2, head, result, concluded);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(icon(file.tone()), file.tone()), text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case OK -> "check-circle";
            case WARN -> "alert-triangle";
            case BAD -> "x-octagon";
            default -> "minus-circle";
        };
    }

    private static TableView<ImportViewModel.RejectionRow> rejections(List<ImportViewModel.RejectionRow> rows) {
        TableView<ImportViewModel.RejectionRow> table = Tables.of(
                "import-rejections",
                "Rejected rows",
                FXCollections.observableArrayList(rows),
                List.of(
                        Columns.number("Line", 70, ImportViewModel.RejectionRow::line, v -> Formats.decimal(v, 0)),
                        Columns.text("Column", 90, ImportViewModel.RejectionRow::column),
                        Columns.text("Value", 130, ImportViewModel.RejectionRow::value, "mono"),
                        Columns.text("File", 180, ImportViewModel.RejectionRow::file, "muted"),
                        Columns.text("Reason", 280, ImportViewModel.RejectionRow::reason)));
        table.setPrefHeight(Math.min(TABLE_HEIGHT, 30 + 24 * Math.max(3, rows.size())));
        return table;
    }
}
