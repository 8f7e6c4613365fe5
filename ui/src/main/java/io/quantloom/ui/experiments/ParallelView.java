package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.figure.ParallelChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Parallel coordinates of the runs in the table; dragging along an axis brushes it, a click beside takes the brush away. */
public final class ParallelView {

    private final ParallelViewModel viewModel;
    private final RunSelection selection;
    private final ParallelChart chart;
    private final StackPane root = new StackPane();

    /** Builds the region over its view model. */
    public ParallelView(ParallelViewModel viewModel, RunSelection selection) {
        this.viewModel = viewModel;
        this.selection = selection;
        chart = new ParallelChart(new ParallelChart.Listener() {
            @Override
            public void brush(int axis, double from, double to) {
                viewModel.brush(axis, from, to);
            }

            @Override
            public void clear(int axis) {
                viewModel.clearBrush();
            }
        });
        Texts texts = Texts.of("experiments");
        EmptyState empty = new EmptyState("sliders", texts.get("parallel.empty"), texts.get("parallel.empty.why"));
        root.setMinSize(0, 0);
        root.setId("experiments-parallel");
        viewModel.linesProperty().subscribe(lines -> {
            root.getChildren().setAll(lines.isPresent() ? chart : empty);
            draw();
        });
        viewModel.brushProperty().subscribe(_ -> draw());
        selection.runs().addListener((ListChangeListener<RunSelection.Chosen>) _ -> draw());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void draw() {
        List<String> runs = viewModel
                .linesProperty()
                .get()
                .map(ParallelViewModel.Lines::runs)
                .orElse(List.of());
        chart.show(
                viewModel
                        .linesProperty()
                        .get()
                        .map(lines -> new ParallelChart.Content(lines.axes(), runs.size(), "runs"))
                        .orElseGet(ParallelChart.Content::none),
                selection.runs().stream()
                        .map(run -> new ParallelChart.Marked(runs.indexOf(run.id()), RunSelection.token(run.color())))
                        .toList(),
                viewModel.brushProperty().get().stream().toList());
    }
}
