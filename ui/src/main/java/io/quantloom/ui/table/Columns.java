package io.quantloom.ui.table;

import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Column factories: text left, numbers right with the raw value for sorting and copying, nodes for the rest. A column's
 * value is its row, so that nodes are built in the cell and never in the row. Fixed widths, so that headers are never cut.
 */
public final class Columns {

    /** Key of a column's property that holds the function from row to text for the clipboard. */
    static final String COPY = "quantloom.copy";

    private Columns() {}

    /** Returns a column of words, sorted as words; styles for example {@code "muted"}. */
    public static <R> TableColumn<R, R> text(String name, double width, Function<R, String> text, String... styles) {
        return words(name, width, Pos.CENTER_LEFT, text, text, _ -> Tone.NEUTRAL, styles);
    }

    /** Returns a right-aligned column of figures that are texts already; not sorted. */
    public static <R> TableColumn<R, R> figureText(String name, double width, Function<R, String> text) {
        TableColumn<R, R> column = words(name, width, Pos.CENTER_RIGHT, text, text, _ -> Tone.NEUTRAL);
        column.setSortable(false);
        return column;
    }

    /** Returns a column of words in the tone of the row. */
    public static <R> TableColumn<R, R> toned(
            String name, double width, Function<R, String> text, Function<R, Tone> tone) {
        return words(name, width, Pos.CENTER_LEFT, text, text, tone);
    }

    /** Returns a right-aligned column of numbers; NaN sorts last when ascending. */
    public static <R> TableColumn<R, R> number(
            String name, double width, ToDoubleFunction<R> value, DoubleFunction<String> format) {
        return figure(name, width, value, format, _ -> Tone.NEUTRAL);
    }

    /** Returns a right-aligned column of numbers coloured by their sign. */
    public static <R> TableColumn<R, R> signed(
            String name, double width, ToDoubleFunction<R> value, DoubleFunction<String> format) {
        return figure(name, width, value, format, row -> Tone.ofSign(value.applyAsDouble(row)));
    }

    /** Returns a right-aligned column of numbers in the tone of the row. */
    public static <R> TableColumn<R, R> figure(
            String name,
            double width,
            ToDoubleFunction<R> value,
            DoubleFunction<String> format,
            Function<R, Tone> tone) {
        TableColumn<R, R> column = words(
                name,
                width,
                Pos.CENTER_RIGHT,
                row -> format.apply(value.applyAsDouble(row)),
                row -> Double.toString(value.applyAsDouble(row)),
                tone);
        column.setComparator(Comparator.comparingDouble(value));
        return column;
    }

    /** Returns a column of times to the minute, UTC, from epoch milliseconds; copied as ISO 8601. */
    public static <R> TableColumn<R, R> time(String name, double width, ToLongFunction<R> epochMillis) {
        TableColumn<R, R> column = words(
                name,
                width,
                Pos.CENTER_LEFT,
                row -> Formats.minute(epochMillis.applyAsLong(row)),
                row -> Instant.ofEpochMilli(epochMillis.applyAsLong(row)).toString(),
                _ -> Tone.MUTED);
        column.setComparator(Comparator.comparingLong(epochMillis));
        return column;
    }

    /** Returns a column of nodes, which is not sorted; the text is what is copied. */
    public static <R> TableColumn<R, R> node(
            String name, double width, Pos alignment, Function<R, Node> node, Function<R, String> text) {
        TableColumn<R, R> column = column(name, width, alignment, text);
        column.setSortable(false);
        column.setCellFactory(_ -> new NodeCell<>(node, alignment));
        return column;
    }

    private static <R> TableColumn<R, R> words(
            String name,
            double width,
            Pos alignment,
            Function<R, String> text,
            Function<R, String> copied,
            Function<R, Tone> tone,
            String... styles) {
        TableColumn<R, R> column = column(name, width, alignment, copied);
        column.setComparator(Comparator.comparing(text));
        column.setCellFactory(_ -> new TextCell<>(text, tone, alignment, styles));
        return column;
    }

    private static <R> TableColumn<R, R> column(String name, double width, Pos alignment, Function<R, String> copied) {
        TableColumn<R, R> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 28));
        if (alignment != Pos.CENTER_LEFT) {
            column.getStyleClass().add(alignment == Pos.CENTER ? "align-center" : "align-right");
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.getProperties().put(COPY, copied);
        return column;
    }

    private static final int SHORT = 14;

    private static final class TextCell<R> extends TableCell<R, R> {
        private final Function<R, String> text;
        private final Function<R, Tone> tone;
        private final Tooltip tooltip = new Tooltip();
        private String toneClass = "";

        TextCell(Function<R, String> text, Function<R, Tone> tone, Pos alignment, String... styles) {
            this.text = text;
            this.tone = tone;
            setAlignment(alignment);
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove(toneClass);
            if (empty || row == null) {
                toneClass = "";
                setText(null);
                setTooltip(null);
                return;
            }
            toneClass = tone.apply(row).styleClass();
            getStyleClass().add(toneClass);
            setText(text.apply(row));
            // Words may be cut by the width of their column; figures never are.
            boolean mayBeCut = getAlignment() == Pos.CENTER_LEFT && getText().length() > SHORT;
            tooltip.setText(getText());
            setTooltip(mayBeCut ? tooltip : null);
        }
    }

    /** Builds the node in the cell, never in the row item; clears it for empty rows. */
    private static final class NodeCell<R> extends TableCell<R, R> {
        private final Function<R, Node> factory;

        NodeCell(Function<R, Node> factory, Pos alignment) {
            this.factory = factory;
            setAlignment(alignment);
            // Without text the gap would still take 4 px from narrow columns.
            setGraphicTextGap(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : factory.apply(row));
        }
    }
}
