package io.quantloom.ui.chart;

import io.quantloom.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;

/** Bar that grows from the middle: right is better, left is worse. */
public final class DeltaBar extends CanvasPane {

    private final double share;

    /** Takes the share in [-1, 1] and its size in pixels. */
    public DeltaBar(double share, double width, double height) {
        this.share = Double.isNaN(share) ? 0 : Math.clamp(share, -1, 1);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        double middle = Math.floor(width / 2);
        if (share != 0) {
            double reach = Math.max(2, Math.round(Math.abs(share) * (middle - 2)));
            g.setFill(tokens.get(share < 0 ? "down" : "up"));
            g.fillRect(share < 0 ? middle - reach : middle, 3, reach, height - 6);
        }
        g.setFill(tokens.get("line-strong"));
        g.fillRect(middle, 0, 1, height);
    }
}
