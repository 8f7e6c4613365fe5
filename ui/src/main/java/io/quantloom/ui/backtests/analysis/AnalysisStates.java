package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.text.Texts;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What the regions of an analysis have in common: the offer to make one, and the reason why a part is not there. */
final class AnalysisStates {

    private static final double WORDS = 460;

    private AnalysisStates() {}

    /** Returns the five states of a region; the name is the end of the button's id. */
    static StatePane<AnalysisContent> of(AnalysisViewModel viewModel, String name, Node content) {
        Texts texts = Texts.of("backtests");
        EmptyState empty = new EmptyState(
                "activity",
                texts.get("analyze.empty"),
                texts.get("analyze.empty.why"),
                Icons.button("backtests-analyze-" + name, "activity", texts.get("analyze"), viewModel::analyze));
        return new StatePane<>(viewModel.stateProperty(), content, empty, viewModel::analyze);
    }

    /** Returns the states of a further region of the same side, where one offer is enough. */
    static StatePane<AnalysisContent> quiet(AnalysisViewModel viewModel, Node content) {
        VBox empty = new VBox(Icons.text(Texts.of("backtests").get("analyze.after"), "muted"));
        empty.setAlignment(Pos.CENTER);
        return new StatePane<>(viewModel.stateProperty(), content, empty, viewModel::analyze);
    }

    /** Puts the content into the place, or the reason of the part when it has none. */
    static void fill(StackPane place, boolean isThere, Node content, Map<String, String> notes, String part) {
        place.getChildren().setAll(isThere ? content : missing(notes.getOrDefault(part, "")));
    }

    private static Node missing(String reason) {
        Texts texts = Texts.of("backtests");
        Label why = Icons.text(reason.isEmpty() ? texts.get("part.none.why") : reason, "muted", "wrap");
        why.setMaxWidth(WORDS);
        why.setTextAlignment(TextAlignment.CENTER);
        why.setAlignment(Pos.CENTER);
        VBox box = Icons.styled(new VBox(8, Icons.text(texts.get("part.none"), "strong"), why), "empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** Returns a place that shrinks with its panel. */
    static StackPane place() {
        StackPane place = new StackPane();
        place.setMinSize(0, 0);
        return place;
    }

    /** Returns a panel around a node with the usual air. */
    static Panel padded(String title, Node node) {
        VBox box = Icons.styled(new VBox(node), "panel-body");
        VBox.setVgrow(node, Priority.ALWAYS);
        box.setMinSize(0, 0);
        return new Panel(title, box);
    }
}
