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
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Horizontal bars with a name at the left and a figure at the right, one below the other, in the order they are given:
 * importance, contributions, and as a waterfall the way from one figure to another. A click or the arrow keys choose one.
 * Single-threaded: JavaFX application thread.
 */
public final class RankChart extends CanvasPane {

    private static final double HIGHEST = 26;
    private static final double LEAST = 15;
    private static final double FIGURE = 66;
    private static final double MOST_NAME = 0.5;
    private static final String VALUE = " = ";
    private static final int NONE = -1;

    /**
     * One bar. Immutable.
     *
     * @param name at the left
     * @param from where it begins
     * @param to where it ends
     * @param low lower end of its whisker; NaN without one
     * @param high upper end of its whisker; NaN without one
     * @param token names the color
     * @param figure at the right, ready to read
     */
    public record Bar(String name, double from, double to, double low, double high, String token, String figure) {

        /** Returns a bar from zero without whisker. */
        public static Bar of(String name, double value, String token, String figure) {
            return new Bar(name, 0, value, Double.NaN, Double.NaN, token, figure);
        }
    }

    private final Text measure = new Text();
    private List<Bar> bars = List.of();
    private boolean connected;
    private int chosen = NONE;
    private IntConsumer pick = _ -> {};

    /** Starts empty. */
    public RankChart() {
        setMinSize(160, 60);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            choose((int) Math.floor(event.getY() / rowHeight(getHeight())));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (step != 0 && !bars.isEmpty()) {
                choose(Math.clamp(chosen + (long) step, 0, bars.size() - 1));
                event.consume();
            }
        });
    }

    /** Calls back with the position of a bar that a person chose. */
    public void onPick(IntConsumer callback) {
        pick = callback;
    }

    /** Shows bars from zero. */
    public void show(String name, List<Bar> now) {
        show(name, now, false);
    }

    /** Shows bars each of which begins where the one above ends. */
    public void showWaterfall(String name, List<Bar> now) {
        show(name, now, true);
    }

    private void show(String name, List<Bar> now, boolean isWaterfall) {
        bars = List.copyOf(now);
        connected = isWaterfall;
        chosen = NONE;
        setAccessibleText(name + ", " + Formats.count(now.size(), "bar")
                + (now.isEmpty()
                        ? ""
                        : ", first " + now.getFirst().name() + " "
                                + now.getFirst().figure()));
        repaint();
    }

    /** Marks a bar, without calling back; a position that is none takes the mark away. */
    public void ring(int position) {
        chosen = position;
        repaint();
    }

    private void choose(int position) {
        if (position >= 0 && position < bars.size()) {
            ring(position);
            pick.accept(position);
        }
    }

    private double rowHeight(double height) {
        return Math.clamp(height / Math.max(1, bars.size()), LEAST, HIGHEST);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (bars.isEmpty()) {
            return;
        }
        double row = rowHeight(height);
        int fits = (int) Math.max(1, Math.floor(height / row));
        boolean cut = bars.size() > fits;
        int shown = cut ? fits - 1 : bars.size();
        double longest =
                bars.stream().mapToDouble(bar -> wide(bar.name())).max().orElse(0);
        double left = Math.clamp(14 + Math.ceil(longest), 60, Math.max(60, width * MOST_NAME));
        double right = width - FIGURE;
        Extent extent = new Extent();
        if (!connected) {
            extent.add(0);
        }
        for (Bar bar : bars) {
            extent.add(bar.from());
            extent.add(bar.to());
            extent.add(bar.low());
            extent.add(bar.high());
        }
        double span = Math.max(1e-12, extent.max() - extent.min());
        var scale = new Scale(left, (right - left - 8) / span, extent.min());
        if (extent.min() <= 0 && extent.max() >= 0) {
            g.setStroke(tokens.get("line-strong"));
            g.setLineWidth(1);
            double zero = Plot.crisp(scale.at(0));
            g.strokeLine(zero, 2, zero, shown * row);
        }
        for (int i = 0; i < shown; i++) {
            bar(g, i, row, left, width, scale, tokens);
        }
        if (cut) {
            text(
                    g,
                    "and " + (bars.size() - shown) + " more",
                    left,
                    (shown + 0.5) * row,
                    TextAlignment.LEFT,
                    "muted",
                    tokens);
        }
    }

    private record Scale(double left, double factor, double min) {
        double at(double value) {
            return left + (value - min) * factor;
        }
    }

    private void bar(GraphicsContext g, int i, double row, double left, double width, Scale scale, Tokens tokens) {
        Bar bar = bars.get(i);
        double middle = (i + 0.5) * row;
        if (i == chosen) {
            g.setFill(tokens.get("accent-soft"));
            g.fillRect(0, i * row, width, row);
        }
        text(g, clipped(bar.name(), left - 8), left - 8, middle, TextAlignment.RIGHT, "text", tokens);
        double from = scale.at(Math.min(bar.from(), bar.to()));
        double to = scale.at(Math.max(bar.from(), bar.to()));
        double thick = Math.max(6, Math.min(14, row - 7));
        g.setFill(tokens.get(bar.token(), 0.85));
        g.fillRect(Math.rint(from), Math.rint(middle - thick / 2), Math.max(1, Math.rint(to - from)), thick);
        if (connected && i + 1 < bars.size()) {
            g.setStroke(tokens.get("faint"));
            g.setLineWidth(1);
            double at = Plot.crisp(scale.at(bar.to()));
            g.strokeLine(at, middle + thick / 2, at, middle + row - thick / 2);
        }
        if (!Double.isNaN(bar.low()) && !Double.isNaN(bar.high())) {
            g.setStroke(tokens.get("text"));
            g.setLineWidth(1.2);
            double y = Plot.crisp(middle);
            g.strokeLine(scale.at(bar.low()), y, scale.at(bar.high()), y);
            for (double end : new double[] {bar.low(), bar.high()}) {
                g.strokeLine(Plot.crisp(scale.at(end)), y - 3, Plot.crisp(scale.at(end)), y + 3);
            }
        }
        text(g, bar.figure(), width - 8, middle, TextAlignment.RIGHT, "text", tokens);
    }

    /** What stands behind the last {@code =} is kept: a name says little without its value. */
    private String clipped(String name, double room) {
        if (wide(name) <= room) {
            return name;
        }
        int equals = name.lastIndexOf(VALUE);
        String tail = equals < 0 ? "" : name.substring(equals);
        int kept = equals < 0 ? name.length() : equals;
        while (kept > 1 && wide(name.substring(0, kept) + "…" + tail) > room) {
            kept--;
        }
        return name.substring(0, kept) + "…" + tail;
    }

    private double wide(String words) {
        measure.setFont(Fonts.ui(11));
        measure.setText(words);
        return measure.getLayoutBounds().getWidth();
    }

    private static void text(
            GraphicsContext g, String words, double x, double y, TextAlignment align, String token, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setFill(tokens.get(token));
        g.setTextAlign(align);
        g.fillText(words, x, y + 0.5);
    }
}
