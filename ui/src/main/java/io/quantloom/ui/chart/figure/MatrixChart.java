package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.Contrast;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A value at every crossing of two axes, as numbers in coloured cells while there is room for numbers, as cells alone when
 * there is not. Blue is above the middle, orange below, and the value is printed. Single-threaded: JavaFX application thread.
 */
public final class MatrixChart extends CanvasPane {

    private static final double MIN_TEXT_WIDTH = 34;
    private static final double MIN_TEXT_HEIGHT = 15;
    private static final double FOOT = 36;
    private static final double HIGHEST_ROW = 44;
    private static final int NONE = -1;

    /**
     * What a matrix shows. Immutable.
     *
     * @param across name of the axis across
     * @param columns its values, left to right
     * @param up name of the axis up
     * @param rows its values, from the top down
     * @param values row by row; NaN where there is none
     * @param marked position of the cell that is framed: the backtest's own setting
     * @param middle the value without colour
     * @param strongest the distance from the middle at which a colour is full; matrices side by side share it
     * @param format of a value
     */
    public record Content(
            String across,
            List<String> columns,
            String up,
            List<String> rows,
            List<Double> values,
            OptionalInt marked,
            double middle,
            double strongest,
            DoubleFunction<String> format) {

        /** Takes values whose middle is zero. */
        public Content(
                String across,
                List<String> columns,
                String up,
                List<String> rows,
                List<Double> values,
                OptionalInt marked,
                double strongest,
                DoubleFunction<String> format) {
            this(across, columns, up, rows, values, marked, 0, strongest, format);
        }

        /** Copies the lists. */
        public Content {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            values = List.copyOf(values);
            if (values.size() != columns.size() * rows.size()) {
                throw new IllegalArgumentException("a matrix needs a value for each cell, " + columns.size() + " by "
                        + rows.size() + ", was " + values.size());
            }
        }

        /** {@return the largest absolute value of all that are there, for {@code strongest}; a small one when none is} */
        public static double strongestOf(List<Double> values) {
            return values.stream()
                    .filter(Double::isFinite)
                    .mapToDouble(Math::abs)
                    .max()
                    .orElse(1e-9);
        }

        /** {@return nothing} */
        public static Content none() {
            return new Content("", List.of(), "", List.of(), List.of(), OptionalInt.empty(), 1, Formats::plain);
        }
    }

    private final Callout callout = new Callout();
    private Content content = Content.none();
    private int pointed = NONE;
    private int chosen = NONE;
    private IntConsumer pick = _ -> {};

    /** Starts empty. */
    public MatrixChart() {
        setMinSize(120, 80);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(cellAt(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(NONE));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            choose(cellAt(event.getX(), event.getY()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Calls back with the position of a cell that a person chose. */
    public void onPick(IntConsumer callback) {
        pick = callback;
    }

    /** Shows values. */
    public void show(Content now) {
        content = now;
        pointed = NONE;
        chosen = NONE;
        setAccessibleText(now.up() + " by " + now.across() + ", "
                + Formats.count(now.values().size(), "value"));
        repaint();
    }

    /** Frames a cell as chosen, without calling back; a position that is none takes the frame away. */
    public void ring(int position) {
        chosen = position;
        repaint();
    }

    private void key(KeyEvent event) {
        int columns = content.columns().size();
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
        if (step != 0 && columns > 0 && !event.isShortcutDown() && !event.isAltDown()) {
            int from = chosen != NONE ? chosen : content.marked().orElse(0);
            int next = from + step;
            if (next >= 0 && next < content.values().size()) {
                choose(next);
            }
            event.consume();
        }
    }

    private void choose(int position) {
        if (position != NONE) {
            ring(position);
            pick.accept(position);
        }
    }

    private void point(int position) {
        if (pointed != position) {
            pointed = position;
            repaint();
        }
    }

    /** Left edge of the cells: the longest row label decides. */
    private double left() {
        int longest = content.rows().stream().mapToInt(String::length).max().orElse(0);
        return Math.clamp(10 + 6.6 * longest, 24, Math.max(130, getWidth() * 0.2));
    }

    private double cellWidth() {
        return (getWidth() - left() - 2) / Math.max(1, content.columns().size());
    }

    private double cellHeight() {
        double room = (getHeight() - FOOT - 18) / Math.max(1, content.rows().size());
        return Math.min(HIGHEST_ROW, room);
    }

    private int cellAt(double x, double y) {
        int column = (int) Math.floor((x - left()) / cellWidth());
        int row = (int) Math.floor((y - 18) / cellHeight());
        boolean inside = column >= 0
                && column < content.columns().size()
                && row >= 0
                && row < content.rows().size();
        return inside ? row * content.columns().size() + column : NONE;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (content.values().isEmpty()) {
            return;
        }
        g.setTextBaseline(VPos.CENTER);
        double w = cellWidth();
        double h = cellHeight();
        boolean numbers = w >= MIN_TEXT_WIDTH && h >= MIN_TEXT_HEIGHT;
        for (int i = 0; i < content.values().size(); i++) {
            cell(g, i, w, h, numbers, tokens);
        }
        labels(g, w, h, tokens);
        content.marked().ifPresent(position -> frame(g, position, w, h, tokens.get("text"), 1.5));
        if (chosen != NONE && chosen < content.values().size()) {
            frame(g, chosen, w, h, tokens.get("accent"), 2);
        }
        if (pointed != NONE) {
            tell(g, w, h, width, height, tokens);
        }
    }

    private void cell(GraphicsContext g, int position, double w, double h, boolean numbers, Tokens tokens) {
        double value = content.values().get(position);
        double x = left() + position % content.columns().size() * w;
        double y = 18 + Math.floorDiv(position, content.columns().size()) * h;
        Color fill = Double.isNaN(value)
                ? tokens.get("inset")
                : tokens.diverging((value - content.middle()) / content.strongest());
        double gap = numbers ? 1 : w > 6 && h > 6 ? 0.5 : 0;
        g.setFill(fill);
        g.fillRoundRect(x + gap, y + gap, w - 2 * gap, h - 2 * gap, numbers ? 4 : 0, numbers ? 4 : 0);
        if (numbers) {
            g.setFont(Fonts.ui(11));
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(Double.isNaN(value) ? tokens.get("faint") : Contrast.ink(fill));
            g.fillText(content.format().apply(value), x + w / 2, y + h / 2 + 0.5);
        }
    }

    private void labels(GraphicsContext g, double w, double h, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setFill(tokens.get("muted"));
        g.setTextAlign(TextAlignment.RIGHT);
        int everyRow = (int) Math.max(1, Math.ceil(14 / h));
        for (int row = 0; row < content.rows().size(); row += everyRow) {
            g.fillText(content.rows().get(row), left() - 6, 18 + (row + 0.5) * h + 0.5);
        }
        g.setTextAlign(TextAlignment.CENTER);
        double bottom = 18 + content.rows().size() * h;
        int longest = content.columns().stream().mapToInt(String::length).max().orElse(1);
        int everyColumn = (int) Math.max(1, Math.ceil((6.4 * longest + 8) / w));
        for (int column = 0; column < content.columns().size(); column += everyColumn) {
            g.fillText(content.columns().get(column), left() + (column + 0.5) * w, bottom + 11);
        }
        g.fillText(content.across(), left() + content.columns().size() * w / 2, bottom + 27);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(content.up(), 0, 8);
    }

    private void frame(GraphicsContext g, int position, double w, double h, Color color, double thick) {
        double x = left() + position % content.columns().size() * w;
        double y = 18 + Math.floorDiv(position, content.columns().size()) * h;
        g.setStroke(color);
        g.setLineWidth(thick);
        g.strokeRoundRect(Plot.crisp(x), Plot.crisp(y), Math.max(2, w - 1), Math.max(2, h - 1), 4, 4);
    }

    private void tell(GraphicsContext g, double w, double h, double width, double height, Tokens tokens) {
        int row = Math.floorDiv(pointed, content.columns().size());
        int column = pointed % content.columns().size();
        String words = content.up() + " " + content.rows().get(row) + ", " + content.across() + " "
                + content.columns().get(column) + ": "
                + content.format().apply(content.values().get(pointed));
        callout.paint(g, words, left() + (column + 0.5) * w, 18 + (row + 0.5) * h, width, height, tokens);
    }
}
