package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Markers of trades, smaller where they stand close. */
final class MarkerLayer implements Layer {

    private final List<Marker> markers;

    MarkerLayer(List<Marker> markers) {
        this.markers = List.copyOf(markers);
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        List<Marker> visible = markers.stream()
                .filter(marker -> plot.x(marker.bar()) > -10 && plot.x(marker.bar()) < plot.width() + 10)
                .toList();
        double r = visible.size() > plot.width() / 12 ? 3.5 : 6;
        for (Marker marker : visible) {
            double x = plot.x(marker.bar());
            double y = plot.y(marker.price());
            switch (marker.kind()) {
                case LONG -> triangle(g, x, y + 2 + 2 * r, r, true, tokens.get("up"), tokens.get("panel"));
                case SHORT -> triangle(g, x, y - 2 - 2 * r, r, false, tokens.get("down"), tokens.get("panel"));
                case EXIT -> cross(g, x, y, r * 0.58, tokens);
            }
        }
    }

    private static void triangle(GraphicsContext g, double x, double y, double r, boolean up, Color fill, Color halo) {
        double tip = up ? -r : r;
        double[] xs = {x, x - r, x + r};
        double[] ys = {y + tip, y - tip * 0.7, y - tip * 0.7};
        g.setStroke(halo);
        g.setLineWidth(2.5);
        g.strokePolygon(xs, ys, 3);
        g.setFill(fill);
        g.fillPolygon(xs, ys, 3);
    }

    private static void cross(GraphicsContext g, double x, double y, double r, Tokens tokens) {
        g.setStroke(tokens.get("panel"));
        g.setLineWidth(4.5);
        saltire(g, x, y, r);
        g.setStroke(tokens.get("text"));
        g.setLineWidth(1.8);
        saltire(g, x, y, r);
    }

    private static void saltire(GraphicsContext g, double x, double y, double r) {
        g.strokeLine(x - r, y - r, x + r, y + r);
        g.strokeLine(x - r, y + r, x + r, y - r);
    }
}
