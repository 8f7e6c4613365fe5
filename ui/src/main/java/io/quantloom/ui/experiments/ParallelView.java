package io.quantloom.ui.experiments;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** Parallel coordinates of the runs in the table; dragging along an axis brushes it, a click beside takes the brush away. */
public final class ParallelView {

    private final ParallelViewModel viewModel;
    private final RunSelection selection;
    private final ParallelCanvas canvas = new ParallelCanvas();
    private final StackPane root = new StackPane();
    private int dragged = -1;
    private double from;

    /** Builds the region over its view model. */
    public ParallelView(ParallelViewModel viewModel, RunSelection selection) {
        this.viewModel = viewModel;
        this.selection = selection;
        Texts texts = Texts.of("experiments");
        EmptyState empty = new EmptyState("sliders", texts.get("parallel.empty"), texts.get("parallel.empty.why"));
        root.setMinSize(0, 0);
        root.setId("experiments-parallel");
        viewModel.linesProperty().subscribe(lines -> {
            root.getChildren().setAll(lines.isPresent() ? canvas : empty);
            draw();
        });
        viewModel.brushProperty().subscribe(_ -> draw());
        selection.runs().addListener((ListChangeListener<RunSelection.Chosen>) _ -> draw());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void draw() {
        canvas.show(
                viewModel.linesProperty().get(),
                selection.runs(),
                viewModel.brushProperty().get());
    }

    private void press(MouseEvent event) {
        dragged = canvas.axisAt(event.getX());
        from = canvas.shareAt(event.getY());
        if (dragged < 0) {
            viewModel.clearBrush();
        }
    }

    private void drag(MouseEvent event) {
        if (dragged >= 0) {
            viewModel.brush(dragged, from, canvas.shareAt(event.getY()));
        }
    }
}
