package io.quantloom.ui.chart.layer;

import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The layers screens combine: candles, volume, lines, filled areas, shaded ranges, levels and trade markers. */
public final class Layers {

    private Layers() {}

    /** Returns candles: rising bars hollow, falling bars filled, readable without colour. */
    public static Layer candles(ChartBars bars) {
        return new CandleLayer(bars);
    }

    /** Returns volume bars from zero, coloured as their candles. */
    public static Layer volume(ChartBars bars) {
        return new VolumeLayer(bars);
    }

    /** Returns a line. */
    public static Layer line(ChartLine line) {
        return new LineLayer(line);
    }

    /** Returns the area between a line and a base value (NaN: the bottom of the plot), for equity and drawdown. */
    public static Layer area(ChartLine line, double base, double opacity) {
        return new AreaLayer(line, base, opacity);
    }

    /** Returns the area between two lines over the same steps, in the colour of the lower one, for fans of paths. */
    public static Layer between(ChartLine low, ChartLine high, double opacity) {
        return new BetweenLayer(low, high, opacity);
    }

    /** Returns markers of trades. */
    public static Layer markers(List<Marker> markers) {
        return new MarkerLayer(markers);
    }

    /** Returns a shaded x range with a caption, for out-of-sample parts; infinite ends reach the edge. */
    public static Layer band(double fromX, double toX, String caption, String shortCaption, String token) {
        return (g, plot, tokens) -> {
            double left = Math.round(Math.max(0, plot.x(fromX)));
            double right = toX == Double.POSITIVE_INFINITY ? plot.width() : Math.min(plot.width(), plot.x(toX));
            if (right <= left) {
                return;
            }
            g.setFill(tokens.get(token, 0.07));
            g.fillRect(left, 0, right - left, plot.height());
            if (plot.x(fromX) >= 0) {
                g.setStroke(tokens.get(token, 0.6));
                g.setLineWidth(1);
                g.setLineDashes(3, 3);
                g.strokeLine(left + 0.5, 0, left + 0.5, plot.height());
                g.setLineDashes();
            }
            g.setFill(tokens.get(token));
            g.setFont(Fonts.medium(11));
            g.setTextAlign(TextAlignment.LEFT);
            boolean fits = right - left > 7 + 6.6 * caption.length();
            g.fillText(fits ? caption : shortCaption, left + 7, 34);
        };
    }

    /** Returns a soft column between two bars, for the selected trade. */
    public static Layer span(double fromX, double toX, String token) {
        return (g, plot, tokens) -> {
            double left = plot.x(fromX);
            g.setFill(tokens.get(token, 0.10));
            g.fillRect(left, 0, Math.max(1, plot.x(toX) - left), plot.height());
        };
    }

    /** A stretch of bars between two values, for example a label from its entry to its end. Immutable. */
    public record Stretch(int fromBar, int toBar, double from, double to, String token) {}

    /** Returns boxes from one value to another with a line across, for stretches that should not overlap. */
    public static Layer stretches(List<Stretch> stretches) {
        List<Stretch> all = List.copyOf(stretches);
        return (g, plot, tokens) -> {
            for (Stretch one : all) {
                double left = plot.x(one.fromBar());
                double right = plot.x(one.toBar());
                if (right < 0 || left > plot.width()) {
                    continue;
                }
                double begin = plot.y(one.from());
                double end = plot.y(one.to());
                g.setFill(tokens.get(one.token(), 0.16));
                g.fillRect(left, Math.min(begin, end), Math.max(1, right - left), Math.abs(end - begin));
                g.setStroke(tokens.get(one.token()));
                g.setLineWidth(1.4);
                g.strokeLine(left, begin, right, end);
                g.strokeLine(right, end - 4, right, end + 4);
            }
        };
    }

    /** Returns a horizontal level with a caption at the right, for thresholds and entry prices. */
    public static Layer level(double value, String caption, String token) {
        return new Layer() {
            @Override
            public void paint(GraphicsContext g, Plot plot, Tokens tokens) {
                double y = Plot.crisp(plot.y(value));
                g.setStroke(tokens.get(token, 0.8));
                g.setLineWidth(1);
                g.setLineDashes(4, 4);
                g.strokeLine(0, y, plot.width(), y);
                g.setLineDashes();
                if (!caption.isEmpty()) {
                    g.setFont(Fonts.ui(11));
                    g.setFill(tokens.get("muted"));
                    g.setTextAlign(TextAlignment.RIGHT);
                    g.fillText(caption, plot.width() - 6, y - 4);
                }
            }

            @Override
            public void extent(double fromX, double toX, Extent extent) {
                extent.add(value);
            }
        };
    }

    /** Returns a soft fill between two levels, for the calm zone of an oscillator. */
    public static Layer zone(double low, double high, String token) {
        return (g, plot, tokens) -> {
            g.setFill(tokens.get(token, 0.06));
            g.fillRect(0, plot.y(high), plot.width(), plot.y(low) - plot.y(high));
        };
    }

    /** Returns a note at the bottom right of the plot, so that sample data can never be mistaken for a market. */
    public static Layer note(Supplier<String> note) {
        Text measure = new Text();
        return (g, plot, tokens) -> {
            measure.setFont(Fonts.ui(11));
            String text = fitting(note.get(), measure, plot.width() - 16);
            if (text.isEmpty()) {
                return;
            }
            double wide = Math.ceil(measure.getLayoutBounds().getWidth()) + 8;
            g.setFill(tokens.get("panel", 0.75));
            g.fillRoundRect(plot.width() - 4 - wide, plot.height() - 20, wide, 16, 4, 4);
            g.setFont(Fonts.ui(11));
            g.setFill(tokens.get("faint"));
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BASELINE);
            g.fillText(text, plot.width() - 8, plot.height() - 8);
        };
    }

    /** Leaves parts out from the end, where one no longer fits: half a sentence misleads. */
    private static String fitting(String note, Text measure, double room) {
        String text = note;
        measure.setText(text);
        while (measure.getLayoutBounds().getWidth() > room && text.contains(" · ")) {
            text = text.substring(0, text.lastIndexOf(" · "));
            measure.setText(text);
        }
        return text;
    }

    /** Returns large faint words across the plot: whoever looks at a picture of it knows that prices are not real. */
    public static Layer watermark(String words) {
        return (g, plot, tokens) -> {
            if (words.isEmpty() || plot.height() < 60) {
                return;
            }
            double size = Math.clamp(plot.width() / (0.62 * words.length() + 6), 14, 44);
            g.setFont(Fonts.medium(size));
            g.setFill(tokens.get("text", 0.055));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(words, plot.width() / 2, plot.height() / 2);
        };
    }

    /** Returns the name of a pane at the bottom left, where a drawdown leaves room. */
    public static Layer caption(String text) {
        return (g, plot, tokens) -> {
            g.setFont(Fonts.ui(11));
            g.setFill(tokens.get("muted"));
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(text, 8, plot.height() - 8);
        };
    }
}
