package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Stretches of time, one lane below the other: trials from start to end, windows of folds. A click or the arrow keys choose
 * a lane. Single-threaded: JavaFX application thread.
 */
public final class RibbonChart extends CanvasPane {

    private static final double FOOT = 24;
    private static final double HEAD = 22;
    private static final double HIGHEST = 26;
    private static final int NONE = -1;

    /** How a stretch looks. */
    public enum Look {
        /** Filled. */
        FULL,
        /** Filled, pale. */
        PALE,
        /** Diagonal strokes: what is left out on purpose. */
        HATCHED
    }

    /**
     * A stretch. Immutable.
     *
     * @param from epoch milliseconds UTC
     * @param to epoch milliseconds UTC
     * @param token names the color
     * @param look tells it apart without color
     * @param words for the box beside it
     */
    public record Stretch(long from, long to, String token, Look look, String words) {}

    /**
     * A lane. Immutable.
     *
     * @param name at the left
     * @param stretches oldest first
     */
    public record Lane(String name, List<Stretch> stretches) {

        /** Copies the list. */
        public Lane {
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * An entry of the legend. Immutable.
     *
     * @param name for people
     * @param token names the color
     * @param look of the stretches
     */
    public record Entry(String name, String token, Look look) {}

    private final Callout callout = new Callout();
    private List<Lane> lanes = List.of();
    private List<Entry> legend = List.of();
    private double low;
    private double high = 1;
    private int chosen = NONE;
    private int pointed = NONE;
    private double pointedX;
    private IntConsumer pick = _ -> {};

    /** Starts empty. */
    public RibbonChart() {
        setMinSize(200, 60);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            pointed = laneAt(event.getY());
            pointedX = event.getX();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            pointed = NONE;
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            choose(laneAt(event.getY()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (step != 0 && !lanes.isEmpty()) {
                choose(Math.clamp(chosen + (long) step, 0, lanes.size() - 1));
                event.consume();
            }
        });
    }

    /** Calls back with the position of a lane that a person chose. */
    public void onPick(IntConsumer callback) {
        pick = callback;
    }

    /** Shows lanes from the top down; the name is what a screen reader says. */
    public void show(String name, List<Lane> now, List<Entry> entries) {
        lanes = List.copyOf(now);
        legend = List.copyOf(entries);
        pointed = NONE;
        chosen = Math.min(chosen, now.size() - 1);
        Extent extent = new Extent();
        for (Lane lane : now) {
            for (Stretch stretch : lane.stretches()) {
                extent.add((double) stretch.from());
                extent.add((double) stretch.to());
            }
        }
        low = extent.isEmpty() ? 0 : extent.min();
        high = extent.isEmpty() ? 1 : Math.max(extent.max(), low + 1);
        setAccessibleText(name + ", " + Formats.count(now.size(), "lane")
                + (extent.isEmpty()
                        ? ""
                        : " from " + Formats.minute((long) low) + " to " + Formats.minute((long) high)));
        repaint();
    }

    /** Marks a lane, without calling back; a position that is none takes the mark away. */
    public void ring(int position) {
        chosen = position;
        repaint();
    }

    private void choose(int position) {
        if (position >= 0 && position < lanes.size()) {
            ring(position);
            pick.accept(position);
        }
    }

    private double laneHeight() {
        return Math.min(HIGHEST, (getHeight() - HEAD - FOOT) / Math.max(1, lanes.size()));
    }

    private int laneAt(double y) {
        int lane = (int) Math.floor((y - HEAD) / laneHeight());
        return lane >= 0 && lane < lanes.size() ? lane : NONE;
    }

    private double left() {
        int longest =
                lanes.stream().mapToInt(lane -> lane.name().length()).max().orElse(1);
        return Math.clamp(14 + 6.4 * longest, 24, 150);
    }

    private double x(long time) {
        return left() + ((double) time - low) / (high - low) * (getWidth() - left() - 12);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (lanes.isEmpty()) {
            return;
        }
        double h = laneHeight();
        ticks(g, HEAD + lanes.size() * h, tokens);
        int everyName = (int) Math.max(1, Math.ceil(14 / h));
        for (int i = 0; i < lanes.size(); i++) {
            double top = HEAD + i * h;
            if (i == chosen) {
                g.setFill(tokens.get("accent-soft"));
                g.fillRect(0, top, width, Math.max(2, h));
            }
            if (i % everyName == 0) {
                text(g, lanes.get(i).name(), left() - 8, top + h / 2, TextAlignment.RIGHT, tokens);
            }
            for (Stretch stretch : lanes.get(i).stretches()) {
                stretch(g, stretch, top, h, tokens);
            }
        }
        legend(g, tokens);
        if (pointed != NONE) {
            tell(g, width, height, h, tokens);
        }
    }

    private void stretch(GraphicsContext g, Stretch stretch, double top, double h, Tokens tokens) {
        double from = x(stretch.from());
        double wide = Math.max(1.5, x(stretch.to()) - from);
        double gap = h > 8 ? Math.min(5, h * 0.2) : h > 3 ? 0.5 : 0;
        fill(g, stretch.token(), stretch.look(), from, top + gap, wide, Math.max(1, h - 2 * gap), tokens);
    }

    private static void fill(
            GraphicsContext g, String token, Look look, double x, double y, double w, double h, Tokens tokens) {
        if (look != Look.HATCHED) {
            g.setFill(tokens.get(token, look == Look.FULL ? 0.9 : 0.32));
            g.fillRect(x, y, w, h);
            return;
        }
        g.save();
        g.beginPath();
        g.rect(x, y, w, h);
        g.clip();
        g.setFill(tokens.get(token, 0.15));
        g.fillRect(x, y, w, h);
        g.setStroke(tokens.get(token, 0.8));
        g.setLineWidth(1);
        for (double at = x - h; at < x + w; at += 4) {
            g.strokeLine(at, y + h, at + h, y);
        }
        g.restore();
    }

    private void ticks(GraphicsContext g, double bottom, Tokens tokens) {
        double wanted = Math.max(2, (getWidth() - left()) / 96);
        g.setLineWidth(1);
        for (TimeTicks.Tick tick : TimeTicks.over((long) low, (long) high, wanted)) {
            double at = Plot.crisp(x(tick.time()));
            g.setStroke(tokens.get("grid"));
            g.strokeLine(at, HEAD, at, bottom);
            double half = 3.2 * tick.text().length();
            if (at + half < getWidth() && at - half > left() - 20) {
                text(g, tick.text(), at, bottom + 11, TextAlignment.CENTER, tokens);
            }
        }
    }

    private void legend(GraphicsContext g, Tokens tokens) {
        double at = left();
        for (Entry entry : legend) {
            fill(g, entry.token(), entry.look(), at, 5, 14, 9, tokens);
            text(g, entry.name(), at + 20, 9, TextAlignment.LEFT, tokens);
            at += 34 + 6.4 * entry.name().length();
        }
    }

    private void tell(GraphicsContext g, double width, double height, double h, Tokens tokens) {
        lanes.get(pointed).stretches().stream()
                .filter(stretch -> x(stretch.from()) - 3 <= pointedX && pointedX <= x(stretch.to()) + 3)
                .findFirst()
                .ifPresent(stretch ->
                        callout.paint(g, stretch.words(), pointedX, HEAD + (pointed + 0.5) * h, width, height, tokens));
    }

    private static void text(GraphicsContext g, String words, double x, double y, TextAlignment align, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setFill(tokens.get("muted"));
        g.setTextAlign(align);
        g.fillText(words, x, y + 0.5);
    }
}
