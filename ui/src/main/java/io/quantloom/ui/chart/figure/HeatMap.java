package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.Contrast;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Monthly returns: years down, months across, total at the right. Sign is printed, never colour alone. */
public final class HeatMap extends CanvasPane {

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final double LABEL = 40;
    private static final double HEAD = 20;
    private static final double TOTAL = 54;
    private static final double ROW = 26;
    // From here on a sign, two digits and a decimal no longer fit into a cell.
    private static final double WIDE = 0.0995;

    private MonthlyReturns returns = MonthlyReturns.of(Map.of(), Map.of());

    /** Starts empty. */
    public HeatMap() {
        setMinSize(320, HEAD + 22);
        setAccessibleText("Monthly returns in percent by year");
    }

    /** Shows returns; the newest years where there is no room for all. */
    public void show(MonthlyReturns now) {
        returns = now;
        setAccessibleText("Monthly returns in percent, " + Formats.count(now.years(), "year"));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        int fits = (int) Math.max(1, Math.floor((height - HEAD) / 20));
        int firstRow = Math.max(0, returns.years() - fits);
        int rows = returns.years() - firstRow;
        if (rows == 0) {
            return;
        }
        double cellWidth = Math.floor((width - LABEL - TOTAL) / 12);
        double cellHeight = Math.min(ROW, Math.floor((height - HEAD) / rows));
        double strongest = strongest();
        g.setTextBaseline(VPos.CENTER);
        heads(g, cellWidth, tokens);
        for (int row = 0; row < rows; row++) {
            int year = firstRow + row;
            double y = HEAD + row * cellHeight;
            double middle = y + cellHeight / 2;
            g.setFont(Fonts.ui(11));
            text(g, String.valueOf(returns.year(year)), 0, middle, TextAlignment.LEFT, tokens.get("muted"));
            for (int month = 0; month < 12; month++) {
                double share = returns.month(year, month) / strongest;
                cell(g, returns.month(year, month), share, LABEL + month * cellWidth, y, cellWidth, cellHeight, tokens);
            }
            g.setFont(Fonts.medium(11));
            double total = returns.total(year);
            text(
                    g,
                    Formats.signed(total * 100, 1),
                    LABEL + 12 * cellWidth + TOTAL - 2,
                    middle,
                    TextAlignment.RIGHT,
                    tokens.get(total < 0 ? "down" : "up"));
        }
    }

    private double strongest() {
        double strongest = 1e-9;
        for (int row = 0; row < returns.years(); row++) {
            for (int month = 0; month < 12; month++) {
                double value = Math.abs(returns.month(row, month));
                strongest = Double.isNaN(value) ? strongest : Math.max(strongest, value);
            }
        }
        return strongest;
    }

    private static void heads(GraphicsContext g, double cellWidth, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        for (int month = 0; month < 12; month++) {
            double x = LABEL + (month + 0.5) * cellWidth;
            text(g, MONTHS[month], x, 9, TextAlignment.CENTER, tokens.get("muted"));
        }
        text(g, "Year", LABEL + 12 * cellWidth + TOTAL - 2, 9, TextAlignment.RIGHT, tokens.get("muted"));
    }

    private static void cell(
            GraphicsContext g,
            double value,
            double share,
            double x,
            double y,
            double width,
            double height,
            Tokens tokens) {
        if (Double.isNaN(value)) {
            return;
        }
        Color fill = tokens.diverging(share);
        g.setFill(fill);
        g.fillRoundRect(x + 1, y + 1, width - 2, height - 2, 4, 4);
        g.setFont(Fonts.ui(11));
        text(
                g,
                Formats.signed(value * 100, Math.abs(value) < WIDE ? 1 : 0),
                x + width / 2,
                y + height / 2,
                TextAlignment.CENTER,
                Contrast.ink(fill));
    }

    private static void text(GraphicsContext g, String text, double x, double y, TextAlignment align, Color ink) {
        g.setFill(ink);
        g.setTextAlign(align);
        g.fillText(text, x, y + 0.5);
    }
}
