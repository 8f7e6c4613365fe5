package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Dots over two values; what gained points up, what lost points down, so that colour is not needed. A click chooses the
 * nearest dot, the arrow keys the next one; the chosen one is ringed. Single-threaded: JavaFX application thread.
 */
public final class ScatterChart extends CanvasPane {

    private static final double AXIS = 56;
    private static final double FOOT = 36;
    private static final double HEAD = 24;
    private static final double LEFT = 12;
    private static final double REACH = 18;
    private static final int NONE = -1;

    /**
     * One dot. Immutable.
     *
     * @param x across
     * @param y up
     * @param gained whether it points up
     * @param words for the box beside it
     */
    public record Dot(double x, double y, boolean gained, String words) {}

    /**
     * What the axes say. Immutable.
     *
     * @param x name across
     * @param y name up
     * @param gained word for the dots that point up
     * @param lost word for the others
     * @param format of values on both axes
     */
    public record Axes(String x, String y, String gained, String lost, DoubleFunction<String> format) {}

    private final Axes axes;
    private final Callout callout = new Callout();
    private List<Dot> dots = List.of();
    private int chosen = NONE;
    private int pointed = NONE;
    private double lowX;
    private double highX = 1;
    private double lowY;
    private double highY = 1;
    private IntConsumer pick = _ -> {};

    /** Takes what the axes say; starts empty. */
    public ScatterChart(Axes axes) {
        this.axes = axes;
        setMinSize(160, 90);
        setFocusTraversable(true);
        setAccessibleText(axes.x() + " and " + axes.y() + ", nothing to show");
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(nearest(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(NONE));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            choose(nearest(event.getX(), event.getY()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Calls back with the position of a dot that a person chose. */
    public void onPick(IntConsumer callback) {
        pick = callback;
    }

    /** Shows dots; none is chosen. */
    public void show(List<Dot> now) {
        dots = List.copyOf(now);
        chosen = NONE;
        pointed = NONE;
        Extent x = new Extent();
        Extent y = new Extent();
        x.add(0);
        y.add(0);
        for (Dot dot : dots) {
            x.add(dot.x());
            y.add(dot.y());
        }
        double airX = Math.max(1e-6, x.max() - x.min()) * 0.04;
        double airY = Math.max(1e-6, y.max() - y.min()) * 0.06;
        lowX = x.min() - airX;
        highX = x.max() + airX;
        lowY = y.min() - airY;
        highY = y.max() + airY;
        setAccessibleText(axes.x() + " and " + axes.y() + " of " + Formats.count(dots.size(), "trade"));
        repaint();
    }

    /** Rings a dot, without calling back; a position that is none takes the ring away. */
    public void ring(int position) {
        chosen = position >= 0 && position < dots.size() ? position : NONE;
        repaint();
    }

    /** {@return where a dot is drawn, in pixels from the left; for tests} */
    public double pixelX(int position) {
        return x(dots.get(position).x());
    }

    /** {@return where a dot is drawn, in pixels from the top; for tests} */
    public double pixelY(int position) {
        return y(dots.get(position).y());
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step != 0 && !dots.isEmpty() && !event.isShortcutDown() && !event.isAltDown()) {
            choose(chosen == NONE ? 0 : Math.clamp(chosen + (long) step, 0, dots.size() - 1));
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

    private int nearest(double px, double py) {
        int best = NONE;
        double least = REACH * REACH;
        for (int i = 0; i < dots.size(); i++) {
            double dx = x(dots.get(i).x()) - px;
            double dy = y(dots.get(i).y()) - py;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - LEFT - AXIS);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - HEAD - FOOT);
    }

    private double x(double value) {
        return LEFT + (value - lowX) / (highX - lowX) * plotWidth();
    }

    private double y(double value) {
        return HEAD + (highY - value) / (highY - lowY) * plotHeight();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (dots.isEmpty()) {
            return;
        }
        grid(g, tokens);
        double r = dots.size() > 600 ? 2.5 : dots.size() > 150 ? 3.2 : 4.2;
        for (Dot dot : dots) {
            triangle(g, dot, r, tokens.get(dot.gained() ? "up" : "down", 0.78));
        }
        legend(g, tokens);
        if (chosen != NONE) {
            Dot dot = dots.get(chosen);
            triangle(g, dot, r + 1, tokens.get(dot.gained() ? "up" : "down"));
            g.setStroke(tokens.get("accent"));
            g.setLineWidth(2);
            g.strokeOval(x(dot.x()) - 9, y(dot.y()) - 9, 18, 18);
        }
        int told = pointed != NONE ? pointed : chosen;
        if (told != NONE) {
            Dot dot = dots.get(told);
            callout.paint(g, dot.words(), x(dot.x()), y(dot.y()), width - AXIS, height - FOOT, tokens);
        }
    }

    private void triangle(GraphicsContext g, Dot dot, double r, javafx.scene.paint.Color fill) {
        double x = x(dot.x());
        double y = y(dot.y());
        double tip = dot.gained() ? -r : r;
        g.setFill(fill);
        g.fillPolygon(new double[] {x, x - r, x + r}, new double[] {y + tip, y - tip * 0.75, y - tip * 0.75}, 3);
    }

    private void grid(GraphicsContext g, Tokens tokens) {
        double bottom = HEAD + plotHeight();
        double right = LEFT + plotWidth();
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        double stepX = Plot.niceStep((highX - lowX) / Math.max(2, plotWidth() / 70));
        for (double v = Math.ceil(lowX / stepX) * stepX; v <= highX; v += stepX) {
            double px = Plot.crisp(x(v));
            g.setStroke(tokens.get(Math.abs(v) < stepX / 2 ? "line-strong" : "grid"));
            g.strokeLine(px, HEAD, px, bottom);
            if (px > LEFT + 16 && px < right - 16) {
                text(g, axes.format().apply(v), px, bottom + 11, TextAlignment.CENTER, tokens);
            }
        }
        double stepY = Plot.niceStep((highY - lowY) / Math.max(2, plotHeight() / 36));
        for (double v = Math.ceil(lowY / stepY) * stepY; v <= highY; v += stepY) {
            double py = Plot.crisp(y(v));
            g.setStroke(tokens.get(Math.abs(v) < stepY / 2 ? "line-strong" : "grid"));
            g.strokeLine(LEFT, py, right, py);
            if (py > HEAD + 6) {
                text(g, axes.format().apply(v), right + 6, py, TextAlignment.LEFT, tokens);
            }
        }
        text(g, axes.x(), (LEFT + right) / 2, bottom + 27, TextAlignment.CENTER, tokens);
    }

    private void legend(GraphicsContext g, Tokens tokens) {
        long gained = dots.stream().filter(Dot::gained).count();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(Fonts.ui(11));
        g.setFill(tokens.get("up"));
        g.fillText("▲ " + axes.gained() + " " + Formats.integer(gained), LEFT, 10);
        g.setFill(tokens.get("down"));
        g.fillText("▼ " + axes.lost() + " " + Formats.integer(dots.size() - gained), LEFT + 96, 10);
        text(g, axes.y(), getWidth() - 8, 10, TextAlignment.RIGHT, tokens);
    }

    private static void text(GraphicsContext g, String words, double x, double y, TextAlignment align, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setFill(tokens.get("muted"));
        g.setTextAlign(align);
        g.fillText(words, x, y + 0.5);
    }
}
