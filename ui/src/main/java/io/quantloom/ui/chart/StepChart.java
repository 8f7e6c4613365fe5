package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.Legend;
import io.quantloom.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Lines over steps: a metric while a model trains, trials of a study. Single-threaded: JavaFX application thread. */
public final class StepChart {

    private final TimeWindow window = new TimeWindow();
    private final ChartPane pane;
    private final StackPane root;
    private final String unit;
    private List<ChartLine> lines = List.of();

    /** Takes what one step is called, for example {@code "step"} or {@code "trial"}. */
    public StepChart(String unit) {
        this.unit = unit;
        pane = new ChartPane(ChartPane.Spec.of(Formats::plain, 40), window);
        pane.legend(this::legend);
        root = new StackPane(pane);
        root.setMinSize(0, 0);
    }

    /** Shows lines, one value a step. */
    public void show(List<ChartLine> now) {
        lines = List.copyOf(now);
        int steps = lines.stream().mapToInt(ChartLine::size).max().orElse(0);
        window.begin(steps, steps);
        List<Layer> layers = new ArrayList<>();
        lines.forEach(line -> layers.add(Layers.line(line)));
        pane.showSteps(steps, unit, layers);
        pane.setAccessibleText(Formats.count(lines.size(), "line") + " over " + Formats.count(steps, unit));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void legend(Legend legend, int step) {
        for (ChartLine line : lines.subList(0, Math.min(6, lines.size()))) {
            legend.series(line.token(), line.dash(), line.name(), Formats.decimal(line.value(step), 3));
        }
    }
}
