package io.quantloom.ui.factory;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.control.WhyNot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.WorkView;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Factory screen: runs at the left; the open one as stages by symbol, and what one symbol came to. */
public final class FactoryView {

    private static final double LEFT_WIDTH = 220;

    private final Texts texts = Texts.of("factory");
    private final FactoryListViewModel list;
    private final FactoryWorkViewModel work;
    private final HBox root;

    /**
     * View models of the regions.
     *
     * @param list the runs
     * @param run the open one
     * @param folds of the chosen symbol
     * @param work what can be done
     */
    public record Regions(
            FactoryListViewModel list, FactoryViewModel run, FoldsViewModel folds, FactoryWorkViewModel work) {}

    /** Builds the screen over its view models; a registered version is opened by model and number. */
    public FactoryView(Regions regions, ViewMemory memory, Runnable start, BiConsumer<String, Integer> openVersion) {
        this.list = regions.list();
        this.work = regions.work();
        VBox open = new VBox(
                8,
                head(regions.run()),
                new FailuresView(regions.run()).root(),
                Splits.vertical(
                        memory,
                        "factory.symbols",
                        0.27,
                        new StageTableView(regions.run()).root(),
                        new SymbolView(regions.run(), regions.folds(), memory, openVersion).root()));
        VBox.setVgrow(open.getChildren().getLast(), Priority.ALWAYS);
        open.setMinSize(0, 0);
        StatePane<FactoryContent> one = new StatePane<>(
                        regions.run().stateProperty(),
                        open,
                        new EmptyState("cpu", texts.get("none.title"), texts.get("none.why")),
                        regions.run()::load)
                .framed();
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox columns = new HBox(8, runs(), one);
        EmptyState empty = new EmptyState(
                "cpu",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("factory-first", "play", texts.get("run.action"), start));
        StatePane<List<FactoryRow>> states = new StatePane<>(list.stateProperty(), columns, empty, list::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("factory");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node runs() {
        ListView<FactoryRow> view = new ListView<>(list.rows());
        view.setId("factory-runs");
        view.setAccessibleText(texts.get("runs"));
        view.setFixedCellSize(44);
        view.setCellFactory(_ -> new Cell());
        view.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                list.choose(row);
            }
        });
        list.selectedProperty().subscribe(row -> row.ifPresent(view.getSelectionModel()::select));
        VBox.setVgrow(view, Priority.ALWAYS);
        return new Panel(texts.get("runs"), view).note(list.countsProperty()).wide(LEFT_WIDTH);
    }

    private Node head(FactoryViewModel run) {
        Label name = Icons.text("", "panel-title");
        Label summary = Icons.text("", "muted");
        summary.setMinWidth(0);
        summary.textProperty().bind(run.summaryProperty());
        list.selectedProperty()
                .subscribe(row -> name.setText(row.map(FactoryRow::name).orElse("")));
        HBox box = Icons.styled(
                new HBox(
                        12,
                        name,
                        summary,
                        Icons.spring(),
                        new WorkView(work.work()).root(),
                        button("factory-resume", "play", "resume", work::resume, work.whyNotResumeProperty()),
                        button("factory-cancel", "slash", "cancel", work::cancel, work.whyNotCancelProperty())),
                "panel-header");
        box.setAlignment(Pos.CENTER_LEFT);
        VBox panel = Icons.styled(new VBox(box), "panel");
        panel.setMinHeight(Region.USE_PREF_SIZE);
        return panel;
    }

    private Node button(
            String id, String icon, String key, Runnable action, javafx.beans.value.ObservableValue<String> whyNot) {
        return WhyNot.around(Icons.button(id, icon, texts.get(key), action), whyNot);
    }

    /** State, name and size of a run. */
    private final class Cell extends ListCell<FactoryRow> {
        @Override
        protected void updateItem(@Nullable FactoryRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Label name = Icons.text(row.name(), "strong");
            name.setMinWidth(0);
            Label detail = Icons.text(
                    texts.get("row.detail", Formats.minute(row.started()), Formats.count(row.symbols(), "symbol")),
                    "muted",
                    "small");
            VBox words = new VBox(2, name, detail);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox box = new HBox(8, Icons.of(row.state().mark()), words);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMaxWidth(LEFT_WIDTH - 30);
            setAccessibleText(
                    row.name() + ", " + texts.get("state." + row.state().name()));
            setGraphic(box);
        }
    }
}
