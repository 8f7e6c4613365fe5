package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** The area between a line and a base value; the line's own layer lies above it. */
final class AreaLayer implements Layer {

    private final ChartLine line;
    private final double base;
    private final double opacity;

    AreaLayer(ChartLine line, double base, double opacity) {
        this.line = line;
        this.base = base;
        this.opacity = opacity;
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        int k = line.levelFor(plot.pitch());
        double factor = 1L << k;
        double[] low = line.minima(k);
        double[] high = line.maxima(k);
        double floor = Double.isNaN(base) ? plot.height() : plot.y(base);
        g.setFill(tokens.get(line.token(), opacity));
        int last = (int) Math.min(low.length - 1.0, plot.lastBar(line.size() - 1) / factor + 1);
        double lastX = Double.NaN;
        for (int i = (int) Math.max(0, plot.firstBar() / factor - 1); i <= last + 1; i++) {
            boolean there = i <= last && !Double.isNaN(low[i]);
            double x = plot.x(i * factor + (factor - 1) / 2);
            if (there) {
                if (Double.isNaN(lastX)) {
                    g.beginPath();
                    g.moveTo(x, floor);
                }
                // The end that is farther from the base, so that the area reaches the line.
                boolean upper = Double.isNaN(base) || Math.abs(high[i] - base) >= Math.abs(low[i] - base);
                g.lineTo(x, plot.y(upper ? high[i] : low[i]));
                lastX = x;
            } else if (!Double.isNaN(lastX)) {
                g.lineTo(lastX, floor);
                g.closePath();
                g.fill();
                lastX = Double.NaN;
            }
        }
    }

    @Override
    public void extent(double fromX, double toX, Extent extent) {
        if (!Double.isNaN(base)) {
            extent.add(base);
        }
    }
}
