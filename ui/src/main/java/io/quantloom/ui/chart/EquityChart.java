package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.Legend;
import io.quantloom.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Equity lines over time, with an optional underwater pane and a shaded out-of-sample part. Reused for other curves.
 * Single-threaded: JavaFX application thread.
 */
public final class EquityChart {

    private static final double UNDERWATER_HEIGHT = 100;

    /** What a chart shows; made away from the JavaFX thread. Immutable. */
    public static final class Content {
        private final String key;
        private final long[] times;
        private final String synthetic;
        private final List<ChartLine> lines;
        private final Optional<ChartLine> subject;
        private final Optional<ChartLine> drawdown;
        private final OptionalInt outOfSampleFrom;

        private Content(
                String key,
                long[] times,
                String synthetic,
                List<ChartLine> lines,
                Optional<ChartLine> subject,
                Optional<ChartLine> drawdown,
                OptionalInt outOfSampleFrom) {
            this.key = key;
            this.times = times;
            this.synthetic = synthetic;
            this.lines = List.copyOf(lines);
            this.subject = subject;
            this.drawdown = drawdown;
            this.outOfSampleFrom = outOfSampleFrom;
        }

        /**
         * Returns content without lines.
         *
         * @param key names the curve; another key begins a new window
         * @param times epoch milliseconds UTC, ascending, given away
         * @param synthetic why prices are not real; empty for real ones
         */
        public static Content of(String key, long[] times, String synthetic) {
            return new Content(
                    key, times, synthetic, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());
        }

        /** Returns this content with the curve it is about, in the accent colour, and its drawdown. */
        public Content withSubject(String name, double[] values) {
            return new Content(
                    key,
                    times,
                    synthetic,
                    lines,
                    Optional.of(ChartLine.of(name, "accent", values)),
                    Optional.of(ChartLine.of("Drawdown", "down", drawdown(values))),
                    outOfSampleFrom);
        }

        /** Returns this content with a further line to compare with: benchmark grey and dotted, runs s1 to s8. */
        public Content withLine(ChartLine line) {
            List<ChartLine> more = new ArrayList<>(lines);
            more.add(line);
            return new Content(key, times, synthetic, more, subject, drawdown, outOfSampleFrom);
        }

        /** Returns this content with everything from a point on shaded as out of sample. */
        public Content withOutOfSampleFrom(int point) {
            return new Content(key, times, synthetic, lines, subject, drawdown, OptionalInt.of(point));
        }

        private static double[] drawdown(double[] equity) {
            double[] out = new double[equity.length];
            double peak = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < equity.length; i++) {
                peak = Double.isNaN(equity[i]) ? peak : Math.max(peak, equity[i]);
                out[i] = equity[i] / peak - 1;
            }
            return out;
        }
    }

    private final VBox root = new VBox();
    private final TimeWindow window = new TimeWindow();
    private final ChartPane equity;
    private final @Nullable ChartPane underwater;
    private Content content = Content.of("", new long[0], "");
    private DoubleFunction<String> format = Formats::compact;
    private boolean logarithmic;

    /** Starts empty; {@code withUnderwater} adds a pane of the drawdown below. */
    public EquityChart(boolean withUnderwater) {
        ChartPane.Spec spec = ChartPane.Spec.of(Formats::compact, 40);
        equity = new ChartPane(withUnderwater ? spec.withoutLabels() : spec, window);
        equity.legend(this::legend);
        VBox.setVgrow(equity, Priority.ALWAYS);
        root.setMinSize(0, 0);
        root.getChildren().add(equity);
        if (withUnderwater) {
            ChartPane pane =
                    new ChartPane(ChartPane.Spec.of(value -> Formats.decimal(value * 100, 0) + " %", 28), window);
            pane.rooms(0, 0);
            pane.bounds(Double.NaN, 0);
            pane.setMinHeight(UNDERWATER_HEIGHT);
            pane.setPrefHeight(UNDERWATER_HEIGHT);
            pane.setMaxHeight(UNDERWATER_HEIGHT);
            pane.getStyleClass().add("pane-below");
            root.getChildren().add(pane);
            underwater = pane;
        } else {
            equity.rooms(24, 20);
            underwater = null;
        }
    }

    /** Shows curves. */
    public void show(Content now) {
        boolean goesOn = now.key.equals(content.key) && now.times.length >= content.times.length;
        content = now;
        if (goesOn) {
            window.extend(now.times.length);
        } else {
            window.begin(now.times.length, now.times.length);
        }
        List<ChartPane.Tag> tags = new ArrayList<>();
        now.lines.forEach(line -> tag(scaled(line), tags));
        now.subject.ifPresent(line -> tag(scaled(line), tags));
        // More tags than a few would cover the axis.
        equity.tags(tags.size() <= 3 ? tags : List.of());
        equity.show(now.times, equityLayers());
        if (underwater != null) {
            underwater.show(now.times, underwaterLayers());
        }
        equity.setAccessibleText(summary());
    }

    /** Changes how values are written; money in short form when nobody says otherwise. */
    public void format(DoubleFunction<String> now) {
        format = now;
        equity.format(logarithmic ? value -> now.apply(Math.pow(10, value)) : now);
    }

    /** Draws amounts by their logarithm, so that equal growth has equal height, or as they are. */
    public void logarithmic(boolean now) {
        logarithmic = now;
        format(format);
        show(content);
    }

    private ChartLine scaled(ChartLine line) {
        if (!logarithmic) {
            return line;
        }
        double[] values = new double[line.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = line.value(i) > 0 ? Math.log10(line.value(i)) : Double.NaN;
        }
        return ChartLine.of(line.name(), line.token(), line.dash(), values);
    }

    /** {@return the window both panes share} */
    public TimeWindow window() {
        return window;
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private static void tag(ChartLine line, List<ChartPane.Tag> tags) {
        if (!Double.isNaN(line.last())) {
            tags.add(new ChartPane.Tag(line.last(), line.token()));
        }
    }

    private List<Layer> equityLayers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layers.watermark(content.synthetic.isEmpty() ? "" : "Sample data"));
        band("Out of sample", "OOS", layers);
        content.lines.forEach(line -> layers.add(Layers.line(scaled(line))));
        content.subject.map(this::scaled).ifPresent(line -> {
            layers.add(Layers.area(line, Double.NaN, 0.07));
            layers.add(Layers.line(line));
        });
        if (!content.synthetic.isEmpty()) {
            layers.add(Layers.note(() -> "Not real prices: " + content.synthetic));
        }
        return layers;
    }

    private List<Layer> underwaterLayers() {
        List<Layer> layers = new ArrayList<>();
        band("", "", layers);
        content.drawdown.ifPresent(line -> {
            layers.add(Layers.area(line, 0, 0.22));
            layers.add(Layers.line(line));
        });
        layers.add(Layers.caption("Underwater"));
        return layers;
    }

    private void band(String caption, String shortCaption, List<Layer> layers) {
        content.outOfSampleFrom.ifPresent(
                from -> layers.add(Layers.band(from, Double.POSITIVE_INFINITY, caption, shortCaption, "s7")));
    }

    private void legend(Legend legend, int i) {
        content.subject.ifPresent(line -> legend.series(line.token(), "solid", line.name(), change(line, i)));
        for (ChartLine line : content.lines.subList(0, Math.min(8, content.lines.size()))) {
            legend.series(line.token(), line.dash(), line.name(), change(line, i));
        }
    }

    private static String change(ChartLine line, int i) {
        return Formats.percent(line.value(i) / line.first() - 1, 1);
    }

    private String summary() {
        return content.subject
                .map(line -> "Equity of " + line.name() + ", "
                        + Formats.percent(line.last() / line.first() - 1, 1) + " over "
                        + Formats.count(line.size(), "bar"))
                .orElse("Equity of " + Formats.count(content.lines.size(), "run"));
    }
}
