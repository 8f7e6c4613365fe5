package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.ChartPane;
import io.quantloom.ui.chart.TimeWindow;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.Legend;
import io.quantloom.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * How far simulated paths spread over their steps: a wide and a narrow band, the median, and what really happened on top.
 * Single-threaded: JavaFX application thread.
 */
public final class FanChart {

    /** What a fan shows; made away from the JavaFX thread. Immutable. */
    public static final class Content {
        private final int[] steps;
        private final String unit;
        private final String synthetic;
        private final List<ChartLine> quantiles;
        private final Optional<ChartLine> actual;

        private Content(
                int[] steps, String unit, String synthetic, List<ChartLine> quantiles, Optional<ChartLine> actual) {
            this.steps = steps;
            this.unit = unit;
            this.synthetic = synthetic;
            this.quantiles = List.copyOf(quantiles);
            this.actual = actual;
        }

        /**
         * Returns a fan.
         *
         * @param steps the number each column stands for, ascending, given away
         * @param unit what a step is called, for example {@code "trade"}
         * @param synthetic why prices are not real; empty for real ones
         * @param quantiles five rows, from the lowest quantile to the highest, given away
         */
        public static Content of(int[] steps, String unit, String synthetic, double[][] quantiles) {
            if (quantiles.length != 5) {
                throw new IllegalArgumentException("a fan has five quantiles, was " + quantiles.length);
            }
            List<ChartLine> lines = new ArrayList<>();
            for (double[] row : quantiles) {
                lines.add(ChartLine.of("", "s1", lines.size() == 2 ? "dashed" : "solid", row));
            }
            return new Content(steps, unit, synthetic, lines, Optional.empty());
        }

        /** Returns this fan with what really happened, one value a step. */
        public Content withActual(double[] values) {
            return new Content(steps, unit, synthetic, quantiles, Optional.of(ChartLine.of("", "accent", values)));
        }
    }

    /**
     * Words of the legend. Immutable.
     *
     * @param actual what really happened
     * @param median the middle path
     * @param wide the band of 5 to 95 %
     * @param narrow the band of 25 to 75 %
     */
    public record Words(String actual, String median, String wide, String narrow) {}

    private final TimeWindow window = new TimeWindow();
    private final ChartPane pane = new ChartPane(ChartPane.Spec.of(Formats::compact, 40), window);
    private final StackPane root = new StackPane(pane);
    private final Words words;
    private @Nullable Content content;

    /** Takes the words of the legend; starts empty. */
    public FanChart(Words words) {
        this.words = words;
        pane.legend(this::legend);
        pane.rooms(26, 4);
        root.setMinSize(0, 0);
    }

    /** Shows a fan. */
    public void show(Content now) {
        content = now;
        window.begin(now.steps.length, now.steps.length);
        List<ChartLine> q = now.quantiles;
        List<Layer> layers = new ArrayList<>();
        layers.add(Layers.watermark(now.synthetic.isEmpty() ? "" : "Sample data"));
        layers.add(Layers.between(q.get(0), q.get(4), 0.14));
        layers.add(Layers.between(q.get(1), q.get(3), 0.22));
        layers.add(Layers.line(q.get(2)));
        now.actual.ifPresent(line -> layers.add(Layers.line(line)));
        List<ChartPane.Tag> tags = new ArrayList<>();
        tags.add(new ChartPane.Tag(q.get(2).last(), "s1"));
        now.actual.ifPresent(line -> tags.add(new ChartPane.Tag(line.last(), "accent")));
        pane.tags(tags);
        pane.showSteps(now.steps, now.unit, layers);
        pane.setAccessibleText(Formats.count(now.steps.length, now.unit) + ", median end "
                + Formats.compact(q.get(2).last())
                + ", 5 to 95 % of paths end between " + Formats.compact(q.get(0).last()) + " and "
                + Formats.compact(q.get(4).last()));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void legend(Legend legend, int i) {
        Content now = content;
        if (now == null) {
            return;
        }
        List<ChartLine> q = now.quantiles;
        now.actual.ifPresent(line -> legend.series("accent", "solid", words.actual(), Formats.compact(line.value(i))));
        legend.series("s1", "dashed", words.median(), Formats.compact(q.get(2).value(i)));
        legend.value(words.narrow(), range(q.get(1), q.get(3), i), io.quantloom.ui.control.Tone.NEUTRAL);
        legend.value(words.wide(), range(q.get(0), q.get(4), i), io.quantloom.ui.control.Tone.NEUTRAL);
    }

    private static String range(ChartLine low, ChartLine high, int i) {
        return Formats.compact(low.value(i)) + " – " + Formats.compact(high.value(i));
    }
}
