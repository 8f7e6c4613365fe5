package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** One thing drawn inside a plot. Layers know values and tokens, never ChartFx. */
@FunctionalInterface
public interface Layer {

    /** Draws inside the plot; the origin is its top-left corner, and nothing outside it is shown. */
    void paint(GraphicsContext g, Plot plot, Tokens tokens);

    /** Adds the values visible between two x positions, so that y can fit the window. */
    default void extent(double fromX, double toX, Extent extent) {}
}
