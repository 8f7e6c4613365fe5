package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.ParallelChart;
import io.quantloom.ui.chart.figure.ParallelChart.Marked;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Trials as lines across their settings and their value; brushes on axes filter every other drawing. */
public final class ParallelTrialsView {

    private final StackPane place = new StackPane();
    private final ParallelChart chart;
    private final EmptyState empty;
    private final Parent root;

    /** Builds the region over its view model. */
    public ParallelTrialsView(StudyViewModel viewModel) {
        Texts texts = Texts.of("studies");
        chart = new ParallelChart(new ParallelChart.Listener() {
            @Override
            public void brush(int axis, double from, double to) {
                viewModel.brush(axis, from, to);
            }

            @Override
            public void clear(int axis) {
                viewModel.clearBrush(axis);
            }
        });
        chart.setId("studies-parallel");
        empty = new EmptyState("sliders", texts.get("parallel.empty"), texts.get("parallel.empty.why"));
        place.setMinSize(0, 0);
        root = new Panel(texts.get("parallel"), HistoryView.padded(place)).note(texts.get("parallel.note"));
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ShownStudy shown) {
        place.getChildren().setAll(shown.axes().axes().isEmpty() ? empty : chart);
        List<Integer> numbers = shown.drawn().stream().map(TrialRow::number).toList();
        var marked = new ArrayList<Marked>();
        marked.add(new Marked(numbers.indexOf(shown.selected()), "text"));
        shown.content().best().ifPresent(best -> marked.add(new Marked(numbers.indexOf(best.number()), "accent")));
        shown.content().recommended().ifPresent(one -> marked.add(new Marked(numbers.indexOf(one.trial()), "ok")));
        chart.show(shown.axes(), marked, shown.brushes());
    }
}
