package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Lines across axes. Everything is gray by default; only marked lines carry a color, and lines outside the brushes fade.
 * Missing values run through a lane of their own below the axis instead of disappearing. Dragging along an axis brushes it;
 * by keyboard, left and right choose an axis, up and down cut it from below and from above, Backspace takes the brush away.
 * Single-threaded: JavaFX application thread.
 */
public final class ParallelChart extends CanvasPane {

    private static final double TOP = 40;
    private static final double LANE = 26;
    private static final double LEFT = 32;
    private static final double RIGHT = 66;
    private static final double REACH = 14;
    private static final double CUT = 0.1;

    /**
     * What is drawn. Immutable.
     *
     * @param axes left to right, none or at least two
     * @param count number of lines
     * @param noun what a line is, for screen readers
     */
    public record Content(List<ParallelAxis> axes, int count, String noun) {

        /** Copies the list. */
        public Content {
            axes = List.copyOf(axes);
        }

        /** {@return nothing} */
        public static Content none() {
            return new Content(List.of(), 0, "");
        }
    }

    /**
     * A line that stands out. Immutable.
     *
     * @param line its number
     * @param token names its color
     */
    public record Marked(int line, String token) {}

    /**
     * The part of an axis that is looked at. Immutable.
     *
     * @param axis index of the axis
     * @param low lower end, 0 at the bottom
     * @param high upper end, 1 at the top
     */
    public record Brush(int axis, double low, double high) {

        /** {@return whether a share of the axis lies inside; NaN does not} */
        public boolean holds(double share) {
            return share >= low && share <= high;
        }
    }

    /** Is told what a person brushed. */
    public interface Listener {
        /** A part of an axis is looked at. */
        void brush(int axis, double from, double to);

        /** The brush of the axis, or with −1 every brush, goes away. */
        void clear(int axis);
    }

    private final Listener listener;
    private Content content = Content.none();
    private List<Marked> marked = List.of();
    private List<Brush> brushes = List.of();
    private int dragged = -1;
    private int current = -1;
    private double from;

    /** Takes who is told what a person brushes; starts empty. */
    public ParallelChart(Listener listener) {
        this.listener = listener;
        setMinSize(200, 120);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe((_, _) -> repaint());
    }

    /** Shows lines, which of them stand out, and which part is looked at. */
    public void show(Content now, List<Marked> lines, List<Brush> parts) {
        content = now;
        marked = List.copyOf(lines);
        brushes = List.copyOf(parts);
        current = Math.min(current, now.axes().size() - 1);
        setAccessibleText(
                now.axes().isEmpty()
                        ? ""
                        : now.count() + " " + now.noun() + " across "
                                + now.axes().size() + " axes");
        repaint();
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged = axisAt(event.getX());
        from = shareAt(event.getY());
        if (dragged < 0) {
            listener.clear(-1);
        } else {
            current = dragged;
        }
    }

    private void drag(MouseEvent event) {
        if (dragged >= 0) {
            listener.brush(dragged, from, shareAt(event.getY()));
        }
    }

    private void key(KeyEvent event) {
        if (content.axes().isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Brush now = brushes.stream()
                .filter(one -> one.axis() == current)
                .findFirst()
                .orElse(new Brush(current, 0, 1));
        switch (event.getCode()) {
            case LEFT -> current = Math.max(0, current - 1);
            case RIGHT -> current = Math.min(content.axes().size() - 1, current + 1);
            case UP -> cut(Math.min(now.low() + CUT, now.high()), now.high());
            case DOWN -> cut(now.low(), Math.max(now.high() - CUT, now.low()));
            case BACK_SPACE, DELETE -> listener.clear(current);
            default -> {
                return;
            }
        }
        repaint();
        event.consume();
    }

    private void cut(double low, double high) {
        if (current >= 0) {
            listener.brush(current, low, high);
        }
    }

    private int axisAt(double x) {
        int count = content.axes().size();
        return IntStream.range(0, count)
                .filter(axis -> Math.abs(x - x(axis, count, getWidth())) <= REACH)
                .findFirst()
                .orElse(-1);
    }

    private double shareAt(double y) {
        double bottom = getHeight() - LANE - 10;
        return Math.clamp((bottom - y) / (bottom - TOP), 0, 1);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (content.axes().isEmpty()) {
            return;
        }
        g.setLineWidth(1);
        for (int line = 0; line < content.count(); line++) {
            g.setStroke(isInside(line) ? tokens.get("muted", 0.45) : tokens.get("faint", 0.13));
            line(g, line, width, height);
        }
        for (Marked one : marked) {
            if (one.line() >= 0 && one.line() < content.count()) {
                g.setLineWidth(4.5);
                g.setStroke(tokens.get("panel"));
                line(g, one.line(), width, height);
                g.setLineWidth(2);
                g.setStroke(tokens.get(one.token()));
                line(g, one.line(), width, height);
            }
        }
        for (int a = 0; a < content.axes().size(); a++) {
            axis(g, a, width, height, tokens);
        }
    }

    private boolean isInside(int line) {
        return brushes.stream()
                .filter(part -> part.axis() < content.axes().size())
                .allMatch(part -> part.holds(content.axes().get(part.axis()).share(line)));
    }

    private static double x(int axis, int count, double width) {
        return Math.rint(LEFT + axis * (width - LEFT - RIGHT) / (count - 1));
    }

    private static double y(double share, double height) {
        double bottom = height - LANE - 10;
        return Double.isNaN(share) ? height - 14 : bottom - share * (bottom - TOP);
    }

    /** Curves that leave each axis level: crossings stay traceable. */
    private void line(GraphicsContext g, int line, double width, double height) {
        int count = content.axes().size();
        g.beginPath();
        double x0 = x(0, count, width);
        double y0 = y(content.axes().getFirst().share(line), height);
        g.moveTo(x0, y0);
        for (int a = 1; a < count; a++) {
            double x1 = x(a, count, width);
            double y1 = y(content.axes().get(a).share(line), height);
            double bend = (x1 - x0) * 0.4;
            g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
            x0 = x1;
            y0 = y1;
        }
        g.stroke();
    }

    private void axis(GraphicsContext g, int index, double width, double height, Tokens tokens) {
        ParallelAxis axis = content.axes().get(index);
        double x = x(index, content.axes().size(), width);
        g.setLineWidth(1);
        g.setStroke(tokens.get(isFocused() && index == current ? "accent" : "line-strong"));
        g.strokeLine(x + 0.5, y(1, height), x + 0.5, y(0, height));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.medium(11));
        g.setFill(tokens.get(axis.isResult() ? "text" : "muted"));
        double step = (width - LEFT - RIGHT) / (content.axes().size() - 1);
        double half = Math.min(3.2 * axis.label().length(), step * (step > 90 ? 0.48 : 0.95));
        g.fillText(axis.label(), Math.max(half, x), index % 2 == 0 || step > 90 ? 12 : 26, 2 * half + 8);
        g.setFont(Fonts.ui(11));
        for (ParallelAxis.Tick tick : axis.ticks()) {
            tick(g, tick.text(), x, y(tick.share(), height), tokens);
        }
        if (IntStream.range(0, content.count()).anyMatch(line -> Double.isNaN(axis.share(line)))) {
            tick(g, "none", x, y(Double.NaN, height), tokens);
        }
        brushes.stream().filter(part -> part.axis() == index).findFirst().ifPresent(part -> {
            double top = y(part.high(), height);
            double tall = y(part.low(), height) - top;
            g.setFill(tokens.get("accent", 0.25));
            g.fillRoundRect(x - 6, top, 13, tall, 4, 4);
            g.setStroke(tokens.get("accent"));
            g.strokeRoundRect(x - 5.5, top + 0.5, 12, Math.max(1, tall - 1), 4, 4);
        });
    }

    /** Text on a patch of panel color, so that lines never cross it. */
    private static void tick(GraphicsContext g, String text, double x, double y, Tokens tokens) {
        double wide = text.length() * 6.4 + 4;
        g.setFill(tokens.get("panel", 0.86));
        g.fillRoundRect(x + 7, y - 8, wide, 16, 4, 4);
        g.setFill(tokens.get("muted"));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(text, x + 10, y);
    }
}
