package io.quantloom.ui.factory;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What each stage of the chosen symbol did, in its own words, beside its time. */
public final class StageLogView {

    private static final double NAME_WIDTH = 116;
    private static final double TIME_WIDTH = 74;

    private final Texts texts = Texts.of("factory");
    private final GridPane grid = new GridPane();
    private final ScrollPane scrolled = new ScrollPane(grid);
    private final EmptyState empty = new EmptyState("file-text", texts.get("log.empty"), texts.get("log.empty.why"));
    private final StackPane root = new StackPane();

    /** Builds the region over its view model. */
    public StageLogView(FactoryViewModel viewModel) {
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(NAME_WIDTH), new ColumnConstraints(TIME_WIDTH), rest);
        grid.setId("factory-log");
        scrolled.setFitToWidth(true);
        root.setMinSize(0, 0);
        viewModel.symbolProperty().subscribe(this::show);
    }

    /** {@return the node to place} */
    public Node root() {
        return root;
    }

    private void show(Optional<SymbolRow> row) {
        List<StageCell> ended = row.map(SymbolRow::stages).orElse(List.of()).stream()
                .filter(stage -> !Double.isNaN(stage.seconds()))
                .toList();
        grid.getChildren().clear();
        for (int i = 0; i < ended.size(); i++) {
            add(ended.get(i), i);
        }
        root.getChildren().setAll(ended.isEmpty() ? empty : scrolled);
    }

    private void add(StageCell stage, int place) {
        HBox name = new HBox(
                6, Icons.of(stage.state().mark()), Icons.text(StageTableView.stageName(texts, stage.name()), "strong"));
        name.setAlignment(Pos.TOP_LEFT);
        HBox time = new HBox(Icons.text(StageTableView.time(stage), "muted", "figure"));
        time.setAlignment(Pos.TOP_RIGHT);
        VBox lines = new VBox(2);
        for (String said : stage.lines()) {
            Label line = Icons.text(said, "wrap");
            line.setMinHeight(Region.USE_PREF_SIZE);
            if (said.startsWith("failed: ") || said.startsWith("refused: ")) {
                line.getStyleClass().add(stage.state() == StageCell.State.FAILED ? "tone-bad" : "tone-warn");
            }
            lines.getChildren().add(line);
        }
        if (stage.lines().isEmpty()) {
            lines.getChildren().add(Icons.text(texts.get("log.none"), "muted"));
        }
        for (Region cell : List.of(name, time, lines)) {
            cell.getStyleClass().add("log-cell");
        }
        grid.addRow(place, name, time, lines);
    }
}
