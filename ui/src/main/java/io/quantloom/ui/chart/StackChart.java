package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.Legend;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Several lines over one time axis, each in a pane of its own with its own scale: what has another unit than equity.
 * Single-threaded: JavaFX application thread.
 */
public final class StackChart {

    /**
     * One pane. Immutable.
     *
     * @param name of its line, in the legend
     * @param token of the line
     * @param level drawn across, and the base of the soft area; NaN for none
     * @param format of values
     * @param height share of the room
     */
    public record Pane(String name, String token, double level, DoubleFunction<String> format, double height) {}

    /** What a stack shows; made away from the JavaFX thread. Immutable. */
    public static final class Content {
        private final long[] times;
        private final String synthetic;
        private final List<ChartLine> lines;
        private final OptionalInt outOfSampleFrom;

        private Content(long[] times, String synthetic, List<ChartLine> lines, OptionalInt outOfSampleFrom) {
            this.times = times;
            this.synthetic = synthetic;
            this.lines = List.copyOf(lines);
            this.outOfSampleFrom = outOfSampleFrom;
        }

        /**
         * Returns content.
         *
         * @param times epoch milliseconds UTC, ascending, given away
         * @param synthetic why prices are not real; empty for real ones
         * @param lines one for each pane, a value for each time
         * @param outOfSampleFrom the first time that is out of sample
         */
        public static Content of(long[] times, String synthetic, List<ChartLine> lines, OptionalInt outOfSampleFrom) {
            return new Content(times, synthetic, lines, outOfSampleFrom);
        }
    }

    private final List<Pane> panes;
    private final List<ChartPane> charts = new ArrayList<>();
    private final TimeWindow window = new TimeWindow();
    private final VBox root = new VBox();
    private Content content = Content.of(new long[0], "", List.of(), OptionalInt.empty());

    /** Takes the panes from top to bottom; starts empty. */
    public StackChart(List<Pane> panes) {
        this.panes = List.copyOf(panes);
        root.setMinSize(0, 0);
        for (int i = 0; i < panes.size(); i++) {
            charts.add(pane(i));
        }
        root.getChildren().addAll(charts);
    }

    private ChartPane pane(int index) {
        Pane pane = panes.get(index);
        ChartPane.Spec spec = ChartPane.Spec.of(pane.format(), 32);
        ChartPane made = new ChartPane(index == panes.size() - 1 ? spec : spec.withoutLabels(), window);
        made.legend((legend, bar) -> legend(legend, index, bar));
        made.setPrefHeight(1000 * pane.height());
        made.rooms(24, index == panes.size() - 1 ? 18 : 0);
        VBox.setVgrow(made, Priority.ALWAYS);
        if (index > 0) {
            made.getStyleClass().add("pane-below");
        }
        return made;
    }

    /** Shows lines. */
    public void show(Content now) {
        content = now;
        window.begin(now.times.length, now.times.length);
        for (int i = 0; i < charts.size(); i++) {
            ChartLine line = now.lines.get(i);
            charts.get(i)
                    .tags(
                            Double.isNaN(line.last())
                                    ? List.of()
                                    : List.of(new ChartPane.Tag(line.last(), line.token())));
            charts.get(i).show(now.times, layers(i));
            charts.get(i)
                    .setAccessibleText(panes.get(i).name() + ", now "
                            + panes.get(i).format().apply(line.last()));
        }
    }

    private List<Layer> layers(int index) {
        ChartLine line = content.lines.get(index);
        double level = panes.get(index).level();
        List<Layer> layers = new ArrayList<>();
        if (index == 0) {
            layers.add(Layers.watermark(content.synthetic.isEmpty() ? "" : "Sample data"));
        }
        content.outOfSampleFrom.ifPresent(from -> layers.add(Layers.band(
                from, Double.POSITIVE_INFINITY, index == 0 ? "Out of sample" : "", index == 0 ? "OOS" : "", "s7")));
        if (!Double.isNaN(level)) {
            layers.add(Layers.level(level, "", "line-strong"));
            layers.add(Layers.area(line, level, 0.14));
        }
        layers.add(Layers.line(line));
        return layers;
    }

    private void legend(Legend legend, int index, int bar) {
        if (index < content.lines.size()) {
            ChartLine line = content.lines.get(index);
            Pane pane = panes.get(index);
            legend.series(line.token(), "solid", pane.name(), pane.format().apply(line.value(bar)));
        }
    }

    /** {@return the window the panes share} */
    public TimeWindow window() {
        return window;
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }
}
