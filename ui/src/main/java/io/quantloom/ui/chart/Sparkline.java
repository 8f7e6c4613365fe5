package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** Small trend without axes, with a dot on the last value. */
public final class Sparkline extends CanvasPane {

    private double[] values = {};
    private String token = "accent";

    /** Takes its size in pixels; starts empty. */
    public Sparkline(double width, double height) {
        setPrefSize(width, height);
        setMinSize(width, height);
        setMaxSize(width, height);
        setMouseTransparent(true);
    }

    /** Shows values, at least two of them, in the colour of a token. */
    public void show(double[] now, String colour) {
        values = now.clone();
        token = colour;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (values.length < 2) {
            return;
        }
        Extent extent = new Extent();
        extent.addAll(values, 0, values.length);
        double span = Math.max(1e-12, extent.max() - extent.min());
        double step = (width - 6) / (values.length - 1);
        double room = height - 6;
        g.beginPath();
        for (int i = 0; i < values.length; i++) {
            g.lineTo(1 + i * step, 3 + room * (extent.max() - values[i]) / span);
        }
        g.setStroke(tokens.get(token));
        g.setLineWidth(1.3);
        g.stroke();
        double y = 3 + room * (extent.max() - values[values.length - 1]) / span;
        g.setFill(tokens.get(token));
        g.fillOval(width - 7, y - 2, 4, 4);
    }
}
