package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** The area between two lines over the same steps. */
final class BetweenLayer implements Layer {

    private final ChartLine low;
    private final ChartLine high;
    private final double opacity;

    BetweenLayer(ChartLine low, ChartLine high, double opacity) {
        this.low = low;
        this.high = high;
        this.opacity = opacity;
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        int first = plot.firstBar();
        int last = plot.lastBar(Math.min(low.size(), high.size()) - 1);
        if (last < first) {
            return;
        }
        g.setFill(tokens.get(low.token(), opacity));
        g.beginPath();
        g.moveTo(plot.x(first), plot.y(high.value(first)));
        for (int i = first + 1; i <= last; i++) {
            g.lineTo(plot.x(i), plot.y(high.value(i)));
        }
        for (int i = last; i >= first; i--) {
            g.lineTo(plot.x(i), plot.y(low.value(i)));
        }
        g.closePath();
        g.fill();
    }

    @Override
    public void extent(double fromX, double toX, Extent extent) {
        int last = (int) Math.min(Math.min(low.size(), high.size()) - 1.0, Math.ceil(toX));
        for (int i = (int) Math.max(0, Math.floor(fromX)); i <= last; i++) {
            extent.add(low.value(i));
            extent.add(high.value(i));
        }
    }
}
