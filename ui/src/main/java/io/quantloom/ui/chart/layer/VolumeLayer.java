package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** Volume bars of the level its candles are drawn in; merged bars show the mean volume of a bar. */
final class VolumeLayer implements Layer {

    private static final int EXTENT_BARS = 600;

    private final ChartBars bars;

    VolumeLayer(ChartBars bars) {
        this.bars = bars;
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        int k = bars.levelFor(plot.pitch(), CandleLayer.MIN_PITCH);
        ChartBars.Level level = bars.level(k);
        double factor = 1L << k;
        double half = Math.max(0.5, Math.floor(plot.pitch() * factor * 0.68 / 2) + 0.5);
        int last = Math.min(level.size() - 1, (int) (plot.lastBar(bars.size() - 1) / factor));
        for (int i = (int) (plot.firstBar() / factor); i <= last; i++) {
            double x = Plot.crisp(plot.x(i * factor + (factor - 1) / 2));
            boolean up = level.close[i] >= level.open[i];
            double y = Math.round(plot.y(level.volume[i] / factor));
            if (!Double.isNaN(level.volume[i])) {
                g.setFill(tokens.get(up ? "up" : "down", up ? 0.42 : 0.62));
                g.fillRect(x - half, y, 2 * half, plot.height() - y);
            }
        }
    }

    @Override
    public void extent(double fromX, double toX, Extent extent) {
        extent.add(0);
        int k = bars.levelFor(EXTENT_BARS / Math.max(1, toX - fromX), 1);
        double factor = 1L << k;
        double[] volume = bars.level(k).volume;
        int last = (int) Math.min(volume.length - 1.0, Math.ceil(toX / factor));
        for (int i = (int) Math.max(0, Math.floor(fromX / factor)); i <= last; i++) {
            extent.add(volume[i] / factor);
        }
    }
}
