package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Candles of the finest level whose bars do not share pixels. */
final class CandleLayer implements Layer {

    /** Bars are at least so many pixels apart, or they are merged. */
    static final double MIN_PITCH = 2;

    private static final int EXTENT_BARS = 4096;

    private final ChartBars bars;

    CandleLayer(ChartBars bars) {
        this.bars = bars;
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        int k = bars.levelFor(plot.pitch(), MIN_PITCH);
        ChartBars.Level level = bars.level(k);
        double factor = 1L << k;
        double pitch = plot.pitch() * factor;
        // Odd whole width, so that body and wick share one pixel centre; ChartFx paints both blurred.
        double half = Math.max(0, Math.floor(pitch * 0.68 / 2));
        g.setLineWidth(1);
        int last = Math.min(level.size() - 1, (int) (plot.lastBar(bars.size() - 1) / factor));
        for (int i = (int) (plot.firstBar() / factor); i <= last; i++) {
            double x = Plot.crisp(plot.x(i * factor + (factor - 1) / 2));
            candle(g, plot, tokens, level, i, x, half);
        }
    }

    private static void candle(
            GraphicsContext g, Plot plot, Tokens tokens, ChartBars.Level level, int i, double x, double half) {
        boolean up = level.close[i] >= level.open[i];
        Color color = tokens.get(up ? "up" : "down");
        double top = Plot.crisp(plot.y(Math.max(level.open[i], level.close[i])));
        double bottom = Math.max(top + 1, Plot.crisp(plot.y(Math.min(level.open[i], level.close[i]))));
        g.setStroke(color);
        g.strokeLine(x, plot.y(level.high[i]), x, top);
        g.strokeLine(x, bottom, x, plot.y(level.low[i]));
        if (half < 1) {
            g.strokeLine(x, top, x, bottom);
            return;
        }
        g.setFill(up ? tokens.get("panel").interpolate(color, 0.12) : color);
        g.fillRect(x - half, top, 2 * half, bottom - top);
        g.strokeRect(x - half, top, 2 * half, bottom - top);
    }

    @Override
    public void extent(double fromX, double toX, Extent extent) {
        int k = bars.levelFor(EXTENT_BARS / Math.max(1, toX - fromX), 1);
        double factor = 1L << k;
        extent.addAll(bars.level(k).high, fromX / factor, toX / factor);
        extent.addAll(bars.level(k).low, fromX / factor, toX / factor);
    }
}
