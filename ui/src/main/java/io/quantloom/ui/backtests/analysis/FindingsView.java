package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What should be looked into before the backtest is believed. */
public final class FindingsView {

    private final Texts texts = Texts.of("backtests");
    private final VBox list = Icons.styled(new VBox(), "findings");
    private final Panel root;

    /** Builds the region over its view model. */
    public FindingsView(AnalysisViewModel viewModel) {
        list.setId("backtests-findings");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMinSize(0, 0);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(texts.get("findings"));
        root = new Panel(texts.get("findings"), AnalysisStates.of(viewModel, "findings", scroll))
                .note(viewModel.verdictProperty().map(AnalysisViewModel.Verdict::words));
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private void show(AnalysisContent content) {
        if (content.findings().isEmpty()) {
            list.getChildren()
                    .setAll(row(new AnalysisContent.Finding(
                            texts.get("findings.none"), texts.get("findings.none.what"), Tone.OK)));
        } else {
            list.getChildren().setAll(content.findings().stream().map(this::row).toList());
        }
    }

    private Node row(AnalysisContent.Finding finding) {
        String icon = finding.tone() == Tone.OK
                ? "check-circle"
                : finding.tone() == Tone.BAD ? "x-octagon" : "alert-triangle";
        Label sentence = Icons.text(finding.sentence(), "muted", "wrap");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(1, Icons.text(finding.title(), "strong"), sentence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Icons.styled(new HBox(10, Icons.of(icon, finding.tone()), words), "finding");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
