package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** A line: point by point while there is room, minimum and maximum of each pixel column when there is not. */
final class LineLayer implements Layer {

    private final ChartLine line;

    LineLayer(ChartLine line) {
        this.line = line;
    }

    @Override
    public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
        g.setStroke(tokens.get(line.token()));
        g.setLineWidth(width(line.token()));
        switch (line.dash()) {
            case "dashed" -> g.setLineDashes(6, 4);
            case "dotted" -> g.setLineDashes(2, 3);
            default -> g.setLineDashes();
        }
        trace(g, plot, line);
        g.stroke();
        g.setLineDashes();
    }

    private static double width(String token) {
        return switch (token) {
            case "accent" -> 1.8;
            case "text" -> 1.1;
            default -> 1.3;
        };
    }

    /** Puts the visible part of the line into the current path; a gap in the values is a gap in the path. */
    static void trace(GraphicsContext g, Plot plot, ChartLine line) {
        int k = line.levelFor(plot.pitch());
        double factor = 1L << k;
        double[] low = line.minima(k);
        double[] high = line.maxima(k);
        int last = (int) Math.min(low.length - 1.0, plot.lastBar(line.size() - 1) / factor + 1);
        boolean pen = false;
        double before = Double.NaN;
        g.beginPath();
        for (int i = (int) Math.max(0, plot.firstBar() / factor - 1); i <= last; i++) {
            if (Double.isNaN(low[i])) {
                pen = false;
                continue;
            }
            double x = plot.x(i * factor + (factor - 1) / 2);
            // Enter a column at the end that is nearer to where the line comes from.
            boolean lowFirst = !pen || Math.abs(low[i] - before) <= Math.abs(high[i] - before);
            double first = lowFirst ? low[i] : high[i];
            before = lowFirst ? high[i] : low[i];
            if (pen) {
                g.lineTo(x, plot.y(first));
            } else {
                g.moveTo(x, plot.y(first));
                pen = true;
            }
            if (low[i] != high[i]) {
                g.lineTo(x, plot.y(before));
            }
        }
    }

    @Override
    public void extent(double fromX, double toX, Extent extent) {
        int k = line.levelForSpan(toX - fromX);
        double factor = 1L << k;
        extent.addAll(line.minima(k), fromX / factor, toX / factor);
        extent.addAll(line.maxima(k), fromX / factor, toX / factor);
    }
}
