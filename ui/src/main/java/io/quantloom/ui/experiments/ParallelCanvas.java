package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.experiments.ParallelViewModel.Brush;
import io.quantloom.ui.experiments.ParallelViewModel.Lines;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Runs as lines across axes. Everything is gray by default; only chosen runs carry their color, and runs outside the brush
 * fade. Missing values run through a lane of their own below the axis instead of disappearing.
 */
final class ParallelCanvas extends CanvasPane {

    private static final double TOP = 40;
    private static final double LANE = 26;
    private static final double LEFT = 32;
    private static final double RIGHT = 48;
    private static final double REACH = 14;

    private Optional<Lines> lines = Optional.empty();
    private List<RunSelection.Chosen> chosen = List.of();
    private Optional<Brush> brush = Optional.empty();

    ParallelCanvas() {
        setMinSize(200, 120);
    }

    void show(Optional<Lines> now, List<RunSelection.Chosen> marked, Optional<Brush> part) {
        lines = now;
        chosen = List.copyOf(marked);
        brush = part;
        setAccessibleText(
                now.map(all -> all.runs().size() + " runs across " + all.axes().size() + " axes")
                        .orElse(""));
        repaint();
    }

    /** {@return the axis near a place, −1 for none} */
    int axisAt(double x) {
        int count = lines.map(all -> all.axes().size()).orElse(0);
        for (int a = 0; a < count; a++) {
            if (Math.abs(x - x(a, count, getWidth())) <= REACH) {
                return a;
            }
        }
        return -1;
    }

    /** {@return the share of an axis at a height, in [0, 1]} */
    double shareAt(double y) {
        double bottom = getHeight() - LANE - 10;
        return Math.clamp((bottom - y) / (bottom - TOP), 0, 1);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (lines.isEmpty()) {
            return;
        }
        Lines all = lines.get();
        g.setLineWidth(1);
        for (int run = 0; run < all.runs().size(); run++) {
            boolean inside = isInside(all, run);
            g.setStroke(inside ? tokens.get("muted", 0.45) : tokens.get("faint", 0.13));
            line(g, all, run, width, height);
        }
        for (RunSelection.Chosen one : chosen) {
            int run = all.runs().indexOf(one.id());
            if (run >= 0) {
                g.setLineWidth(4.5);
                g.setStroke(tokens.get("panel"));
                line(g, all, run, width, height);
                g.setLineWidth(2);
                g.setStroke(tokens.get(RunSelection.token(one.color())));
                line(g, all, run, width, height);
            }
        }
        for (int a = 0; a < all.axes().size(); a++) {
            axis(g, all, a, width, height, tokens);
        }
    }

    private boolean isInside(Lines all, int run) {
        return brush.map(part -> {
                    double share = all.axes().get(part.axis()).share(run);
                    return share >= part.low() && share <= part.high();
                })
                .orElse(true);
    }

    private static double x(int axis, int count, double width) {
        return Math.rint(LEFT + axis * (width - LEFT - RIGHT) / (count - 1));
    }

    private static double y(double share, double height) {
        double bottom = height - LANE - 10;
        return Double.isNaN(share) ? height - 14 : bottom - share * (bottom - TOP);
    }

    /** Curves that leave each axis level: crossings stay traceable. */
    private static void line(GraphicsContext g, Lines all, int run, double width, double height) {
        int count = all.axes().size();
        g.beginPath();
        double x0 = x(0, count, width);
        double y0 = y(all.axes().getFirst().share(run), height);
        g.moveTo(x0, y0);
        for (int a = 1; a < count; a++) {
            double x1 = x(a, count, width);
            double y1 = y(all.axes().get(a).share(run), height);
            double bend = (x1 - x0) * 0.4;
            g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
            x0 = x1;
            y0 = y1;
        }
        g.stroke();
    }

    private void axis(GraphicsContext g, Lines all, int index, double width, double height, Tokens tokens) {
        ParallelAxis axis = all.axes().get(index);
        double x = x(index, all.axes().size(), width);
        g.setLineWidth(1);
        g.setStroke(tokens.get("line-strong"));
        g.strokeLine(x + 0.5, y(1, height), x + 0.5, y(0, height));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.medium(11));
        g.setFill(tokens.get(axis.column().kind() == RunColumn.Kind.METRIC ? "text" : "muted"));
        double step = (width - LEFT - RIGHT) / (all.axes().size() - 1);
        g.fillText(axis.label(), x, index % 2 == 0 || step > 90 ? 12 : 26, step * (step > 90 ? 0.96 : 1.9));
        g.setFont(Fonts.ui(11));
        for (ParallelAxis.Tick tick : axis.ticks()) {
            tick(g, tick.text(), x, y(tick.share(), height), tokens);
        }
        if (java.util.stream.IntStream.range(0, all.runs().size()).anyMatch(run -> Double.isNaN(axis.share(run)))) {
            tick(g, "none", x, y(Double.NaN, height), tokens);
        }
        brush.filter(part -> part.axis() == index).ifPresent(part -> {
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
