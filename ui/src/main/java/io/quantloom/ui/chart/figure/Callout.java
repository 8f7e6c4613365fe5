package io.quantloom.ui.chart.figure;

import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A small box of words beside a point of a drawing, kept inside it. */
final class Callout {

    private static final double HEIGHT = 20;
    private static final double AWAY = 12;
    private final Text measure = new Text();

    /** Draws the words at the right of the point, or at its left where there is no room. */
    void paint(GraphicsContext g, String words, double x, double y, double width, double height, Tokens tokens) {
        measure.setFont(Fonts.ui(11));
        measure.setText(words);
        double wide = Math.ceil(measure.getLayoutBounds().getWidth()) + 14;
        double left = x + AWAY + wide <= width ? x + AWAY : Math.max(2, x - AWAY - wide);
        double top = Math.clamp(y - HEIGHT - 4, 1.0, Math.max(1.0, height - HEIGHT - 1));
        g.setFill(tokens.get("raised"));
        g.fillRoundRect(left, top, wide, HEIGHT, 6, 6);
        g.setStroke(tokens.get("line-strong"));
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, top + 0.5, wide - 1, HEIGHT - 1, 6, 6);
        g.setFill(tokens.get("text"));
        g.setFont(Fonts.ui(11));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, left + 7, top + HEIGHT / 2 + 0.5);
    }
}
