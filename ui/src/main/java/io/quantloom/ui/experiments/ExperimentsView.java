package io.quantloom.ui.experiments;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Experiments screen: the table of runs above, below it the chosen ones compared. */
public final class ExperimentsView {

    private static final double LEFT_WIDTH = 456;
    private static final double RIGHT_WIDTH = 372;

    /**
     * View models of the regions.
     *
     * @param list table of runs
     * @param parallel parallel coordinates
     * @param history one metric over steps
     * @param detail the run looked at
     * @param equity equity of the chosen runs
     * @param comparison the chosen runs side by side
     */
    public record Regions(
            RunListViewModel list,
            ParallelViewModel parallel,
            MetricHistoryViewModel history,
            RunDetailViewModel detail,
            EquityOverlayViewModel equity,
            ComparisonViewModel comparison) {}

    private final Texts texts = Texts.of("experiments");
    private final HBox root;

    /** Builds the screen over its view models. */
    public ExperimentsView(Regions regions, ViewMemory memory, Runnable openHome) {
        SplitPane split = Splits.vertical(
                memory, "experiments.table", 0.52, new RunListView(regions.list(), memory).root(), lower(regions));
        EmptyState empty = new EmptyState(
                "git-branch",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("experiments-home", "home", texts.get("empty.action"), openHome));
        StatePane<RunList> states = new StatePane<>(regions.list().stateProperty(), split, empty, regions.list()::load);
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("experiments");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node lower(Regions regions) {
        VBox left = Icons.styled(new VBox(tabs(regions)), "panel");
        VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
        left.setMinWidth(LEFT_WIDTH);
        left.setPrefWidth(LEFT_WIDTH);
        HBox box = new HBox(
                8,
                left,
                new EquityOverlayView(regions.equity()).root().grow(),
                new ComparisonView(regions.comparison()).root().wide(RIGHT_WIDTH));
        box.setMinSize(0, 0);
        return box;
    }

    private Node tabs(Regions regions) {
        TabPane tabs = new TabPane(
                tab(
                        "experiments-tab-parallel",
                        "tab.parallel",
                        new ParallelView(regions.parallel(), regions.list().selection()).root()),
                tab("experiments-tab-history", "tab.history", new MetricHistoryView(regions.history()).root()),
                tab("experiments-tab-run", "tab.run", new RunDetailView(regions.detail()).root()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        Chip brush = new Chip("", Tone.ACCENT).icon("x");
        brush.setId("experiments-brush");
        brush.textProperty().bind(regions.parallel().brushTextProperty());
        brush.visibleProperty().bind(regions.parallel().brushTextProperty().isNotEmpty());
        brush.setOnMouseClicked(_ -> regions.parallel().clearBrush());
        StackPane box = new StackPane(tabs, brush);
        StackPane.setAlignment(brush, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setMargin(brush, new javafx.geometry.Insets(9, 10, 0, 0));
        box.setMinSize(0, 0);
        return box;
    }

    private Tab tab(String id, String text, Node content) {
        Tab tab = new Tab(texts.get(text), content);
        tab.setId(id);
        return tab;
    }
}
