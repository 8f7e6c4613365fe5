package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.CanvasPane;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.theme.Fonts;
import io.quantloom.ui.theme.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Distribution of signed fractions; losses and gains differ by colour and by side of the zero line. */
public final class Histogram extends CanvasPane {

    private static final double FOOT = 18;
    private static final double LINE = 16;
    private static final int MOST_BINS = 32;

    private final Optional<DoubleFunction<String>> format;
    private final Text measure = new Text();
    private double low = -1;
    private double step = 1;
    private int[] counts = {};
    private double mean = Double.NaN;
    private List<Mark> marks = List.of();

    /**
     * A value marked by a line. Immutable.
     *
     * @param value where
     * @param words beside the line
     * @param token of the line
     */
    public record Mark(double value, String words, String token) {}

    /** Starts empty, for signed fractions. */
    public Histogram() {
        this(Optional.empty());
    }

    /** Starts empty, for values of any kind, which need not be near zero, written in a format. */
    public Histogram(DoubleFunction<String> format) {
        this(Optional.of(format));
    }

    private Histogram(Optional<DoubleFunction<String>> format) {
        this.format = format;
        setMinSize(160, 50);
        setAccessibleText("Distribution, no values");
    }

    /** Shows the distribution of values; bins have round widths and a border at zero. */
    public void show(double[] values) {
        show(values, List.of());
    }

    /** Shows the distribution of values with marks in place of its mean, which the scale reaches to in any case. */
    public void show(double[] values, List<Mark> now) {
        marks = List.copyOf(now);
        counts = new int[0];
        mean = Double.NaN;
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length > 0) {
            // The outermost percent falls into the outermost bins: one outlier must not squeeze the rest.
            double first = sorted[(int) Math.floor(0.01 * (sorted.length - 1))];
            double last = sorted[(int) Math.ceil(0.99 * (sorted.length - 1))];
            for (Mark mark : marks) {
                first = Math.min(first, mark.value());
                last = Math.max(last, mark.value());
            }
            step = Plot.niceStep(Math.max(1e-6, (last - first) / bins(sorted.length)));
            boolean fromZero = format.isEmpty();
            low = Math.floor((fromZero ? Math.min(first, 0) : first) / step) * step;
            double high = Math.ceil((fromZero ? Math.max(last, 0) : last) / step) * step;
            counts = new int[(int) Math.max(1, Math.round((high - low) / step))];
            for (double value : sorted) {
                counts[Math.clamp((long) Math.floor((value - low) / step), 0, counts.length - 1)]++;
            }
            mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        }
        setAccessibleText("Distribution of " + Formats.count(sorted.length, "value") + ", mean " + words(mean));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Tokens tokens) {
        if (counts.length == 0) {
            return;
        }
        double floor = height - FOOT;
        double head = 2 + LINE * Math.max(1, marks.size());
        int tallest = Arrays.stream(counts).max().orElse(1);
        double bin = width / counts.length;
        for (int i = 0; i < counts.length; i++) {
            double centre = low + (i + 0.5) * step;
            double bar = Math.round((floor - head) * counts[i] / tallest);
            g.setFill(tokens.get(format.isPresent() ? "s1" : centre < 0 ? "down" : "up", 0.75));
            double left = Math.round(i * bin) + 1;
            g.fillRect(left, floor - bar, Math.max(1, Math.round((i + 1) * bin) - 1 - left), bar);
        }
        g.setStroke(tokens.get("line-strong"));
        g.setLineWidth(1);
        g.strokeLine(0, floor + 0.5, width, floor + 0.5);
        labels(g, width, floor, tokens);
        List<Mark> drawn = marks.isEmpty() ? List.of(new Mark(mean, "mean " + words(mean), "text")) : marks;
        for (int i = 0; i < drawn.size(); i++) {
            line(g, drawn.get(i), LINE * (i + 0.5), width, floor, tokens);
        }
        // Words above all lines and on a ground of their own: the line of a close mark must not cross them.
        for (int i = 0; i < drawn.size(); i++) {
            words(g, drawn.get(i), LINE * (i + 0.5), width, tokens);
        }
    }

    private double x(Mark mark, double width) {
        return Math.clamp(Plot.crisp((mark.value() - low) / (counts.length * step) * width), 0.5, width - 0.5);
    }

    private void line(GraphicsContext g, Mark mark, double y, double width, double floor, Tokens tokens) {
        g.setStroke(tokens.get(mark.token()));
        g.setLineWidth(mark.token().equals("accent") ? 2 : 1);
        g.setLineDashes(3, 3);
        g.strokeLine(x(mark, width), y - 5, x(mark, width), floor);
        g.setLineDashes();
    }

    private void words(GraphicsContext g, Mark mark, double y, double width, Tokens tokens) {
        measure.setFont(Fonts.ui(11));
        measure.setText(mark.words());
        double wide = Math.ceil(measure.getLayoutBounds().getWidth());
        double x = x(mark, width);
        double left = x + 5 + wide <= width ? x + 5 : Math.max(0, x - 5 - wide);
        g.setFill(tokens.get("panel"));
        g.fillRect(left - 2, y - LINE / 2, wide + 4, LINE);
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(tokens.get(mark.token()));
        g.fillText(mark.words(), left, y);
    }

    /** Few values need few bins: each of one value alone would say nothing. */
    private int bins(int count) {
        return format.isEmpty() ? MOST_BINS : Math.clamp(Math.round(2 * Math.sqrt(count)), 6, MOST_BINS);
    }

    private String words(double value) {
        return format.map(form -> form.apply(value)).orElseGet(() -> Formats.percent(value, 2));
    }

    private void labels(GraphicsContext g, double width, double floor, Tokens tokens) {
        g.setFont(Fonts.ui(11));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(tokens.get("muted"));
        double span = counts.length * step;
        double distance = Plot.niceStep(span / Math.max(1, width / 60));
        int digits = distance < 0.001 ? 2 : distance < 0.01 ? 1 : 0;
        for (double v = Math.ceil(low / distance) * distance; v <= low + span; v += distance) {
            double x = (v - low) / span * width;
            if (x > 14 && x < width - 14) {
                double value = Math.abs(v) < step / 1e6 ? 0 : v;
                g.fillText(
                        format.map(form -> form.apply(value)).orElseGet(() -> Formats.signed(value * 100, digits)),
                        x,
                        floor + 10);
            }
        }
    }
}
