package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.RibbonChart;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.text.Texts;
import javafx.scene.Parent;

/** When each trial ran. */
public final class TimelineView {

    private final Texts texts = Texts.of("studies");
    private final RibbonChart chart = new RibbonChart();
    private final Parent root;

    /** Builds the region over its view model. */
    public TimelineView(StudyViewModel viewModel) {
        chart.setId("studies-timeline");
        root = new Panel(texts.get("timeline"), HistoryView.padded(chart)).note(texts.get("timeline.note"));
        chart.onPick(lane -> viewModel
                .shownProperty()
                .get()
                .ifPresent(shown -> viewModel.select(shown.passing().get(lane).number())));
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ShownStudy shown) {
        chart.show(texts.get("timeline"), TrialTimeline.of(shown), TrialTimeline.legend(shown));
        chart.ring(shown.passing().stream().map(TrialRow::number).toList().indexOf(shown.selected()));
    }
}
