package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** Equity of the chosen runs in one chart. */
public final class EquityOverlayView {

    private final Panel root;

    /** Builds the region over its view model. */
    public EquityOverlayView(EquityOverlayViewModel viewModel) {
        Texts texts = Texts.of("experiments");
        EquityChart chart = new EquityChart(false);
        chart.format(growth -> Formats.percent(growth - 1, 0));
        // The legend of many runs is wider than the panel.
        Rectangle clip = new Rectangle();
        StackPane drawing = new StackPane(chart.root());
        drawing.setMinSize(0, 0);
        drawing.setClip(clip);
        drawing.layoutBoundsProperty().subscribe(bounds -> {
            clip.setWidth(bounds.getWidth());
            clip.setHeight(bounds.getHeight());
        });
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(shown -> chart.show(shown.content())));
        EmptyState empty = new EmptyState("trending-up", texts.get("equity.empty"), texts.get("equity.empty.why"));
        root = new Panel(
                        texts.get("equity"),
                        new StatePane<>(viewModel.stateProperty(), drawing, empty, viewModel::load))
                .note(texts.get("equity.note"));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }
}
