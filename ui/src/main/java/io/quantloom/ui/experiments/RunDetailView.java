package io.quantloom.ui.experiments;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Params, metrics, tags and files of the run looked at, and the ways from it. */
public final class RunDetailView {

    private final Texts texts = Texts.of("experiments");
    private final ObservableList<RunDetail.Fact> facts = FXCollections.observableArrayList();
    private final Label name = Icons.text("", "strong");
    private final Label reason = Icons.text("", "muted");
    private final Button backtest;
    private final Button registry;
    private final VBox root;

    /** Builds the region over its view model. */
    public RunDetailView(RunDetailViewModel viewModel) {
        backtest = Icons.button(
                "experiments-open-backtest", "bar-chart-2", texts.get("open.backtest"), viewModel::openBacktest);
        registry = Icons.button(
                "experiments-open-registry", "package", texts.get("open.registry"), viewModel::openInRegistry);
        VBox content = new VBox(head(), table());
        VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
        EmptyState empty = new EmptyState("mouse-pointer", texts.get("detail.empty"), texts.get("detail.empty.why"));
        StatePane<RunDetail> states = new StatePane<>(viewModel.stateProperty(), content, empty, viewModel::load);
        VBox.setVgrow(states, Priority.ALWAYS);
        root = new VBox(states);
        root.setMinSize(0, 0);
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(RunDetail detail) {
        name.setText(detail.row().name());
        reason.setText(detail.row().reason());
        backtest.setDisable(!detail.hasBacktest());
        registry.setDisable(detail.versions().isEmpty());
        facts.clear();
        facts.addAll(detail.metrics());
        facts.addAll(detail.params());
        facts.addAll(detail.tags());
        facts.addAll(detail.files());
    }

    private Node head() {
        name.setMinWidth(0);
        reason.setMinWidth(0);
        VBox words = new VBox(1, name, reason);
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(8, words, backtest, registry);
        box.setAlignment(Pos.CENTER_LEFT);
        return Icons.styled(box, "filter-bar");
    }

    private TableView<RunDetail.Fact> table() {
        return Tables.of(
                "experiments-detail",
                texts.get("detail"),
                facts,
                java.util.List.of(
                        Columns.text(texts.get("detail.kind"), 64, RunDetail.Fact::group, "muted"),
                        Columns.text(texts.get("detail.name"), 176, RunDetail.Fact::name),
                        Columns.text(texts.get("detail.value"), 200, RunDetail.Fact::value)));
    }
}
