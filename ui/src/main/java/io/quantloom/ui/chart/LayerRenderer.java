package io.quantloom.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.spi.AbstractRenderer;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** Runs {@link Layer}s inside ChartFx's render pass, after its grid, and tells when axes and layers are final. */
final class LayerRenderer extends AbstractRenderer<LayerRenderer> {
    private final Runnable rendered;
    private List<Layer> layers = List.of();

    LayerRenderer(Runnable rendered) {
        this.rendered = rendered;
        setShowInLegend(false);
    }

    void show(List<Layer> now) {
        layers = List.copyOf(now);
        invalidateCanvas();
    }

    @Override
    public void render() {
        Canvas canvas = getChart().getCanvas();
        GraphicsContext g = canvas.getGraphicsContext2D();
        Plot plot = ChartPane.plotOf((XYChart) getChart());
        if (plot.width() >= 2 && plot.height() >= 2) {
            for (Layer layer : layers) {
                g.save();
                g.beginPath();
                g.rect(0, 0, canvas.getWidth(), canvas.getHeight());
                g.clip();
                layer.paint(g, plot, Tokens.of(canvas));
                g.restore();
            }
        }
        rendered.run();
    }

    /** Ranges are set by {@link ChartPane}, never guessed by the chart. */
    @Override
    public void updateAxisRange(Axis axis, AxisRange range) {}

    @Override
    protected LayerRenderer getThis() {
        return this;
    }
}
