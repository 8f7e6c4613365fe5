package io.quantloom.ui.table;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.ViewMemory;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Makes tables: virtual, 24 px rows, sorted by clicks on headers even while rows come and go, copied with headers. */
public final class Tables {

    private static final double ROW = 24;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_ALL = KeyCombination.valueOf("Shortcut+Shift+C");

    private Tables() {}

    /** Returns a table over the rows; the id names it in tests, the name is what a screen reader says. */
    public static <R> TableView<R> of(String id, String name, ObservableList<R> rows, List<TableColumn<R, R>> columns) {
        SortedList<R> sorted = new SortedList<>(rows);
        TableView<R> table = unsorted(id, name, sorted, columns);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        return table;
    }

    /**
     * Returns a table that shows the rows in their own order. Nothing is copied: rows may be made when they are looked at.
     */
    public static <R> TableView<R> unsorted(
            String id, String name, ObservableList<R> rows, List<TableColumn<R, R>> columns) {
        TableView<R> table = new TableView<>(rows);
        columns.forEach(column -> column.setSortable(column.isSortable() && rows instanceof SortedList));
        table.setId(id);
        table.setAccessibleText(name);
        table.getStyleClass().add("grid");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(Tables::lastColumnFlexes);
        table.setMinSize(0, 0);
        table.setPrefSize(100, 100);
        table.setPlaceholder(Icons.text("Nothing to show", "muted"));
        table.getColumns().setAll(columns);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> copy(table, event));
        return table;
    }

    /** Keeps the table's selection and the property the same, both ways; rows are compared by {@code equals}. */
    public static <R> void bindSelection(TableView<R> table, Property<@Nullable R> selected) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                selected.setValue(row);
            }
        });
        selected.subscribe(row -> {
            if (row == null) {
                table.getSelectionModel().clearSelection();
            } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
        });
    }

    /** Calls back with the chosen row on Enter and on a double click. */
    public static <R> void onOpen(TableView<R> table, java.util.function.Consumer<R> open) {
        Runnable now = () -> {
            R row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                open.accept(row);
            }
        };
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                now.run();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                now.run();
            }
        });
    }

    /** Remembers order, widths and visibility of the columns under the key. */
    public static <R> void remember(TableView<R> table, ViewMemory memory, String key) {
        String kept = memory.text("columns." + key, "");
        if (!kept.isEmpty()) {
            restore(table, List.of(kept.split(";")));
        }
        Runnable keep = () -> memory.put(
                "columns." + key,
                table.getColumns().stream()
                        .map(column -> column.getText() + "=" + Math.round(column.getPrefWidth())
                                + (column.isVisible() ? "" : "-"))
                        .collect(Collectors.joining(";")));
        table.getColumns().subscribe(keep);
        for (TableColumn<R, ?> column : table.getColumns()) {
            column.prefWidthProperty().subscribe((_, _) -> keep.run());
            column.visibleProperty().subscribe((_, _) -> keep.run());
        }
    }

    private static <R> void restore(TableView<R> table, List<String> kept) {
        List<String> names = kept.stream()
                .map(entry -> entry.substring(0, entry.lastIndexOf('=')))
                .toList();
        for (TableColumn<R, ?> column : table.getColumns()) {
            int at = names.indexOf(column.getText());
            if (at >= 0) {
                String width = kept.get(at).substring(names.get(at).length() + 1);
                column.setVisible(!width.endsWith("-"));
                column.setPrefWidth(Double.parseDouble(width.replace("-", "")));
            }
        }
        // Columns that were not known then keep their place at the end.
        List<TableColumn<R, ?>> ordered = table.getColumns().stream()
                .sorted(Comparator.comparingInt(column -> {
                    int at = names.indexOf(column.getText());
                    return at < 0 ? Integer.MAX_VALUE : at;
                }))
                .toList();
        table.getColumns().setAll(ordered);
    }

    private static <R> void copy(TableView<R> table, KeyEvent event) {
        boolean all = COPY_ALL.match(event);
        if (all || COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(
                    table, all ? table.getItems() : table.getSelectionModel().getSelectedItems(), "\t"));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /** Returns rows as text with a header line: numbers with a point, times in ISO 8601. */
    public static <R> String text(TableView<R> table, List<R> rows, String separator) {
        List<TableColumn<R, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        StringBuilder text =
                new StringBuilder(columns.stream().map(TableColumn::getText).collect(Collectors.joining(separator)));
        for (R row : rows) {
            text.append('\n')
                    .append(columns.stream().map(column -> copied(column, row)).collect(Collectors.joining(separator)));
        }
        return text.append('\n').toString();
    }

    @SuppressWarnings("unchecked") // Columns puts this function there
    private static <R> String copied(TableColumn<R, ?> column, R row) {
        return column.getProperties().get(Columns.COPY) instanceof Function<?, ?> function
                ? ((Function<R, String>) function).apply(row)
                : "";
    }

    /**
     * Columns keep their width, the last one takes the rest. The built-in constrained policies shrink columns during a
     * first narrow layout and never give the width back.
     */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the policy interface of TableView is raw
    private static boolean lastColumnFlexes(TableView.ResizeFeatures change) {
        List<?> columns = change.getTable().getVisibleLeafColumns();
        if (change.getColumn() != null) {
            TableColumn<?, ?> dragged = change.getColumn();
            dragged.setPrefWidth(Math.max(dragged.getMinWidth(), dragged.getWidth() + change.getDelta()));
        }
        double rest = change.getContentWidth();
        for (int i = 0; i < columns.size(); i++) {
            TableColumn<?, ?> column = (TableColumn<?, ?>) columns.get(i);
            boolean last = i == columns.size() - 1;
            double width = last ? Math.max(column.getMinWidth(), rest) : column.getPrefWidth();
            change.setColumnWidth(column, width);
            rest -= width;
        }
        return true;
    }
}
