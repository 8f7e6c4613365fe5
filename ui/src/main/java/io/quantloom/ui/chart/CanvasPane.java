package io.quantloom.ui.chart;

import io.quantloom.ui.theme.Tokens;
import javafx.collections.MapChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A canvas that follows its size and repaints when the theme changes; our own drawings extend it. */
public abstract class CanvasPane extends Region {

    private final Canvas canvas = new Canvas();
    private final MapChangeListener<Object, Object> themeListener = _ -> repaint();

    /** Starts unpainted. */
    @SuppressWarnings("this-escape") // only the child list of this very class is touched
    protected CanvasPane() {
        getChildren().add(canvas);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.getProperties().removeListener(themeListener);
            }
            if (now != null) {
                now.getProperties().addListener(themeListener);
                // The theme may have changed while this was away.
                repaint();
            }
        });
    }

    /** Draws everything; the canvas is clear, the origin is the top-left corner. */
    protected abstract void paint(GraphicsContext g, double width, double height, Tokens tokens);

    /** Draws again, when there is something to draw on. */
    public final void repaint() {
        if (getWidth() > 0 && getHeight() > 0 && getScene() != null) {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            g.save();
            paint(g, canvas.getWidth(), canvas.getHeight(), Tokens.of(this));
            g.restore();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(getWidth()));
        canvas.setHeight(Math.ceil(getHeight()));
        repaint();
    }
}
