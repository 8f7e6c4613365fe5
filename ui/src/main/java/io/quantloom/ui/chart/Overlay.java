package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Crosshair and value tags. A canvas of its own above chart and axes: moving the crosshair repaints this one only, never
 * the series below.
 */
final class Overlay extends CanvasPane {
    private static final double TAG_HEIGHT = 18;
    private static final double TIME_HALF = 70;

    private final ChartPane pane;
    private List<ChartPane.Tag> tags = List.of();
    private double pointerY = Double.NaN;

    Overlay(ChartPane pane) {
        this.pane = pane;
        setMouseTransparent(true);
    }

    void show(List<ChartPane.Tag> now) {
        tags = List.copyOf(now);
        repaint();
    }

    /** Height of the horizontal hair in plot pixels; NaN in panes the pointer is not in. */
    void setPointerY(double y) {
        pointerY = y;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        Plot plot = pane.plot();
        if (plot.width() < 2 || plot.height() < 2) {
            return;
        }
        Point2D origin = pane.plotOrigin();
        g.translate(Math.rint(origin.getX()), Math.rint(origin.getY()));
        frame(g, plot, tokens);
        double bar = pane.window().crosshairProperty().get();
        if (!Double.isNaN(bar)) {
            crosshair(g, plot, bar, tokens);
        }
        // After the crosshair: what that covers of the axis must not swallow a tag.
        for (ChartPane.Tag tag : tags) {
            lastValue(g, plot, tag, tokens);
        }
    }

    /** One hairline between plot and axes; ChartFx's own axis lines are off. */
    private static void frame(GraphicsContext g, Plot plot, Tokens tokens) {
        g.setStroke(tokens.get("line"));
        g.setLineWidth(1);
        double x = Plot.crisp(plot.width());
        double y = Plot.crisp(plot.height());
        g.strokeLine(x, 0, x, y);
        g.strokeLine(0, y, x, y);
    }

    private void lastValue(GraphicsContext g, Plot plot, ChartPane.Tag tag, Tokens tokens) {
        double y = Plot.crisp(plot.y(tag.value()));
        if (!(y >= 0 && y <= plot.height())) {
            return;
        }
        Color color = tokens.get(tag.token());
        g.setStroke(tokens.get(tag.token(), 0.55));
        g.setLineDashes(2, 3);
        g.strokeLine(0, y, plot.width(), y);
        g.setLineDashes();
        coverTicks(g, plot, y, tokens);
        label(g, plot, y, pane.valueFormat().apply(tag.value()), color, Contrast.ink(color));
    }

    /** Axis labels that the tag would cut in half disappear as a whole. */
    private void coverTicks(GraphicsContext g, Plot plot, double y, Tokens tokens) {
        g.setFill(tokens.get("panel"));
        for (double tick : pane.tickValues()) {
            double at = plot.y(tick);
            if (Math.abs(at - y) < TAG_HEIGHT - 1) {
                g.fillRect(plot.width() + 2, at - 8, pane.axisWidth() - 4, 16);
            }
        }
    }

    private void label(GraphicsContext g, Plot plot, double y, String text, Color fill, Color ink) {
        double top = Math.clamp(Math.floor(y) - 9, 0.0, Math.max(0.0, plot.height() - TAG_HEIGHT));
        g.setFill(fill);
        g.fillRoundRect(plot.width() + 1, top, pane.axisWidth() - 5, TAG_HEIGHT, 4, 4);
        g.setFill(ink);
        g.setFont(Fonts.medium(11));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, plot.width() + 6, top + 9.5);
    }

    private void crosshair(GraphicsContext g, Plot plot, double bar, Tokens tokens) {
        double x = Plot.crisp(plot.x(Math.rint(bar)));
        if (!(x >= 0 && x <= plot.width())) {
            return;
        }
        g.setStroke(tokens.get("muted", 0.75));
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        g.strokeLine(x, 0, x, plot.height());
        boolean pointed = !Double.isNaN(pointerY);
        if (pointed) {
            double y = Plot.crisp(pointerY);
            g.strokeLine(0, y, plot.width(), y);
        }
        g.setLineDashes();
        if (pointed) {
            coverTicks(g, plot, pointerY, tokens);
            String text = pane.valueFormat().apply(pane.valueAt(pointerY));
            label(g, plot, pointerY, text, tokens.get("line-strong"), tokens.get("text"));
        }
        if (pane.showsTimeLabels() && pane.ticks().size() > 0) {
            timeLabel(g, plot, x, bar, tokens);
        }
    }

    private void timeLabel(GraphicsContext g, Plot plot, double x, double bar, Tokens tokens) {
        int index = Math.clamp(Math.round(bar), 0, pane.ticks().size() - 1);
        String text = pane.ticks().crosshair(index);
        double centre = Math.clamp(x, TIME_HALF, Math.max(TIME_HALF, plot.width() - TIME_HALF));
        g.setFill(tokens.get("panel"));
        for (double tick : pane.timeTicks()) {
            double at = plot.x(tick);
            if (Math.abs(at - centre) < TIME_HALF + 20) {
                g.fillRect(at - 20, plot.height() + 2, 40, 20);
            }
        }
        g.setFill(tokens.get("line-strong"));
        g.fillRoundRect(centre - TIME_HALF, plot.height() + 3, 2 * TIME_HALF, TAG_HEIGHT, 4, 4);
        g.setFill(tokens.get("text"));
        g.setFont(Fonts.medium(11));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, centre, plot.height() + 12.5);
    }
}
