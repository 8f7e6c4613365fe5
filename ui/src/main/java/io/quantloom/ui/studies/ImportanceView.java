package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.RankChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** How much each setting matters for the value. */
public final class ImportanceView {

    private final Texts texts = Texts.of("studies");
    private final RankChart chart = new RankChart();
    private final StackPane place = new StackPane();
    private final EmptyState empty;
    private final Parent root;

    /** Builds the region over its view model. */
    public ImportanceView(StudyViewModel viewModel) {
        empty = new EmptyState("bar-chart", texts.get("importance.empty"), texts.get("importance.empty.why"));
        place.setMinSize(0, 0);
        chart.setId("studies-importance");
        root = new Panel(texts.get("importance"), HistoryView.padded(place)).note(texts.get("importance.note"));
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(now -> show(now.content())));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(StudyContent content) {
        place.getChildren().setAll(content.importances().isEmpty() ? empty : chart);
        chart.show(
                texts.get("importance"),
                content.importances().stream()
                        .map(one -> new RankChart.Bar(
                                one.setting(),
                                0,
                                one.share(),
                                Math.max(0, one.share() - one.deviation()),
                                one.share() + one.deviation(),
                                "accent",
                                Formats.share(one.share(), 1)))
                        .toList());
    }
}
