package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.figure.PointContent.Dot;
import io.quantloom.ui.chart.figure.PointContent.Kind;
import io.quantloom.ui.chart.figure.PointContent.Trace;
import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Dots and lines over two scales of their own: a history of trials, a slice, a curve of hits against false alarms, trades by
 * what they went through. A click
 * chooses the nearest dot, the arrow keys the next one; the chosen one is ringed. Single-threaded: JavaFX application
 * thread.
 */
public final class PointChart extends CanvasPane {

    private static final double AXIS = 56;
    private static final double FOOT = 36;
    private static final double HEAD = 24;
    private static final double LEFT = 12;
    private static final double REACH = 18;
    private static final int NONE = -1;

    private final Callout callout = new Callout();
    private PointContent content = PointContent.none();
    private PointScale x = new PointScale(content.x(), 0, 1);
    private PointScale y = new PointScale(content.y(), 0, 1);
    private int chosen = NONE;
    private int pointed = NONE;
    private boolean quiet;
    private IntConsumer pick = _ -> {};

    /** Starts empty. */
    public PointChart() {
        setMinSize(120, 80);
        setFocusTraversable(true);
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

    /** Tells the words of a dot only under the pointer or while it has the keyboard: for small drawings side by side. */
    public PointChart quiet() {
        quiet = true;
        focusedProperty().subscribe((_, _) -> repaint());
        return this;
    }

    /** Shows dots and lines; none is chosen. */
    public void show(PointContent now) {
        content = now;
        chosen = NONE;
        pointed = NONE;
        Extent across = new Extent();
        Extent up = new Extent();
        now.dots().forEach(dot -> {
            across.add(dot.x());
            up.add(dot.y());
        });
        now.traces().forEach(trace -> trace.addTo(across, up));
        x = PointScale.over(now.x(), across);
        y = PointScale.over(now.y(), up);
        setAccessibleText(now.summary());
        repaint();
    }

    /** Rings a dot, without calling back; a position that is none takes the ring away. */
    public void ring(int position) {
        chosen = position >= 0 && position < content.dots().size() ? position : NONE;
        repaint();
    }

    /** {@return where a dot is drawn, in pixels from the left; for tests} */
    public double pixelX(int position) {
        return px(content.dots().get(position).x());
    }

    /** {@return where a dot is drawn, in pixels from the top; for tests} */
    public double pixelY(int position) {
        return py(content.dots().get(position).y());
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step != 0 && !content.dots().isEmpty() && !event.isShortcutDown() && !event.isAltDown()) {
            choose(
                    chosen == NONE
                            ? 0
                            : Math.clamp(chosen + (long) step, 0, content.dots().size() - 1));
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
        List<Dot> dots = content.dots();
        for (int i = 0; i < dots.size(); i++) {
            double dx = px(dots.get(i).x()) - px;
            double dy = py(dots.get(i).y()) - py;
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

    private double px(double value) {
        return LEFT + x.share(value) * plotWidth();
    }

    private double py(double value) {
        return HEAD + (1 - y.share(value)) * plotHeight();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (content.dots().isEmpty() && content.traces().isEmpty()) {
            return;
        }
        grid(g, tokens);
        content.traces().forEach(trace -> line(g, trace, tokens));
        double r = content.dots().size() > 600 ? 2 : content.dots().size() > 150 ? 2.6 : 3.4;
        for (Dot dot : content.dots()) {
            if (Double.isFinite(dot.x()) && Double.isFinite(dot.y())) {
                dot(g, dot, r, tokens);
            }
        }
        legend(g, tokens);
        if (chosen != NONE) {
            Dot dot = content.dots().get(chosen);
            g.setStroke(tokens.get("accent"));
            g.setLineWidth(2);
            g.strokeOval(px(dot.x()) - 8, py(dot.y()) - 8, 16, 16);
        }
        int told = pointed != NONE ? pointed : quiet && !isFocused() ? NONE : chosen;
        if (told != NONE) {
            Dot dot = content.dots().get(told);
            callout.paint(g, dot.words(), px(dot.x()), py(dot.y()), width - AXIS, height - FOOT, tokens);
        }
    }

    private void dot(GraphicsContext g, Dot dot, double r, Tokens tokens) {
        Kind kind = content.kinds().get(dot.kind());
        symbol(g, kind, px(dot.x()), py(dot.y()), r, dot.isFaded() ? 0.13 : 0.85, tokens);
    }

    private static void symbol(
            GraphicsContext g, Kind kind, double cx, double cy, double r, double opacity, Tokens tokens) {
        g.setFill(tokens.get(kind.token(), opacity));
        g.setStroke(tokens.get(kind.token(), opacity));
        g.setLineWidth(1.5);
        switch (kind.shape()) {
            case DISC -> g.fillOval(cx - r, cy - r, 2 * r, 2 * r);
            case RING -> g.strokeOval(cx - r, cy - r, 2 * r, 2 * r);
            case DIAMOND ->
                g.fillPolygon(
                        new double[] {cx - 1.8 * r, cx, cx + 1.8 * r, cx},
                        new double[] {cy, cy - 1.8 * r, cy, cy + 1.8 * r},
                        4);
            case UP -> triangle(g, cx, cy, 1.25 * r, -1);
            case DOWN -> triangle(g, cx, cy, 1.25 * r, 1);
            case CROSS -> {
                g.strokeLine(cx - r, cy - r, cx + r, cy + r);
                g.strokeLine(cx - r, cy + r, cx + r, cy - r);
            }
        }
    }

    private static void triangle(GraphicsContext g, double cx, double cy, double r, int direction) {
        double tip = direction * r;
        g.fillPolygon(new double[] {cx, cx - r, cx + r}, new double[] {cy + tip, cy - tip * 0.75, cy - tip * 0.75}, 3);
    }

    private void line(GraphicsContext g, Trace trace, Tokens tokens) {
        g.setStroke(tokens.get(trace.token()));
        g.setLineWidth(trace.isThin() ? 1 : 1.8);
        if (trace.isThin()) {
            g.setLineDashes(4, 4);
        }
        g.beginPath();
        boolean begun = false;
        double last = 0;
        for (int i = 0; i < trace.size(); i++) {
            double cx = px(trace.x(i));
            double cy = py(trace.y(i));
            if (!Double.isFinite(cx) || !Double.isFinite(cy)) {
                continue;
            }
            if (!begun) {
                g.moveTo(cx, cy);
            } else {
                if (trace.isStepped()) {
                    g.lineTo(cx, last);
                }
                g.lineTo(cx, cy);
            }
            begun = true;
            last = cy;
        }
        g.stroke();
        g.setLineDashes();
    }

    private void grid(GraphicsContext g, Tokens tokens) {
        double bottom = HEAD + plotHeight();
        double right = LEFT + plotWidth();
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        for (PointScale.Tick tick : x.ticks(plotWidth() / 64)) {
            double at = Plot.crisp(px(tick.value()));
            g.setStroke(tokens.get(tick.value() == 0 ? "line-strong" : "grid"));
            g.strokeLine(at, HEAD, at, bottom);
            double half = 3.2 * tick.text().length();
            if (at - half > -2 && at + half < getWidth() - 4) {
                text(g, tick.text(), at, bottom + 11, TextAlignment.CENTER, tokens);
            }
        }
        for (PointScale.Tick tick : y.ticks(plotHeight() / 36)) {
            double at = Plot.crisp(py(tick.value()));
            g.setStroke(tokens.get(tick.value() == 0 ? "line-strong" : "grid"));
            g.strokeLine(LEFT, at, right, at);
            text(g, tick.text(), right + 6, at, TextAlignment.LEFT, tokens);
        }
        text(g, content.x().name(), (LEFT + right) / 2, bottom + 27, TextAlignment.CENTER, tokens);
        text(g, content.y().name(), getWidth() - 6, 10, TextAlignment.RIGHT, tokens);
    }

    /** Kinds of which there are dots, then lines with a name; what does not fit goes as a whole. */
    private void legend(GraphicsContext g, Tokens tokens) {
        double at = LEFT;
        double end = getWidth() - 20 - 6.4 * content.y().name().length();
        for (int i = 0; i < content.kinds().size(); i++) {
            Kind kind = content.kinds().get(i);
            int index = i;
            double wide = 20 + 6.4 * kind.name().length();
            boolean isThere = content.dots().stream().anyMatch(dot -> dot.kind() == index);
            if (!kind.name().isEmpty() && isThere && at + wide < end) {
                symbol(g, kind, at + 5, 10, 3.4, 0.9, tokens);
                text(g, kind.name(), at + 14, 10, TextAlignment.LEFT, tokens);
                at += wide + 6;
            }
        }
        for (Trace trace : content.traces()) {
            double wide = 30 + 6.4 * trace.name().length();
            if (!trace.name().isEmpty() && at + wide < end) {
                g.setStroke(tokens.get(trace.token()));
                g.setLineWidth(trace.isThin() ? 1 : 2);
                g.strokeLine(at, 10.5, at + 16, 10.5);
                text(g, trace.name(), at + 22, 10, TextAlignment.LEFT, tokens);
                at += wide + 6;
            }
        }
    }

    private static void text(GraphicsContext g, String words, double x, double y, TextAlignment align, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setFill(tokens.get("muted"));
        g.setTextAlign(align);
        g.fillText(words, x, y + 0.5);
    }
}
