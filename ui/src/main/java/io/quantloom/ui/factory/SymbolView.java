package io.quantloom.ui.factory;

import io.quantloom.ui.chart.figure.RibbonChart;
import io.quantloom.ui.chart.figure.RibbonChart.Entry;
import io.quantloom.ui.chart.figure.RibbonChart.Lane;
import io.quantloom.ui.chart.figure.RibbonChart.Look;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Pipeline;
import io.quantloom.ui.control.SideTabs;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.factory.SymbolRow.Fact;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One symbol of the open run: its stages in a line, why it ended as it did, its folds, gates and what was written. */
public final class SymbolView {

    private final Texts texts = Texts.of("factory");
    private final FactoryViewModel viewModel;
    private final FoldsViewModel folds;
    private final BiConsumer<String, Integer> openVersion;
    private final Pipeline pipeline = new Pipeline();
    private final Label reason = Icons.label("alert-triangle", "", "wrap");
    private final Button registered;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final Parent root;

    /** Builds the region over its view models; a registered version is opened by model and number. */
    public SymbolView(
            FactoryViewModel viewModel,
            FoldsViewModel folds,
            ViewMemory memory,
            BiConsumer<String, Integer> openVersion) {
        this.viewModel = viewModel;
        this.folds = folds;
        this.openVersion = openVersion;
        registered = Icons.link("factory-registered", "", this::open);
        SideTabs tabs = new SideTabs("factory");
        tabs.add("log", () -> padded(new StageLogView(viewModel).root()));
        tabs.add("folds", this::ribbon);
        tabs.add("gates", this::gates);
        tabs.add("facts", this::facts);
        tabs.add("config", this::config);
        tabs.remember(memory);
        VBox.setVgrow(tabs.root(), Priority.ALWAYS);
        reason.setId("factory-reason");
        reason.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setMargin(reason, new Insets(0, 12, 10, 12));
        VBox stages = new VBox(2, pipeline, reason);
        VBox.setMargin(pipeline, new Insets(0, 12, 8, 12));
        Panel line = new Panel("", stages).title(title).note(note).actions(registered);
        line.setMinHeight(Panel.USE_PREF_SIZE);
        VBox box = new VBox(8, line, tabs.root());
        box.setMinSize(0, 0);
        root = box;
        viewModel.symbolProperty().subscribe(this::show);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void open() {
        viewModel
                .symbolProperty()
                .get()
                .flatMap(SymbolRow::model)
                .ifPresent(made -> openVersion.accept(made.model(), made.version()));
    }

    private void show(Optional<SymbolRow> row) {
        title.set(row.map(SymbolRow::symbol).orElse(""));
        note.set(row.map(one -> one.learner().isEmpty() ? "" : texts.get("symbol.note", one.learner(), one.trials()))
                .orElse(""));
        String why = row.map(SymbolRow::reason).orElse("");
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
        row.ifPresent(one -> {
            String tone = one.result().tone().styleClass();
            reason.getStyleClass().setAll("label", "wrap", tone);
            pipeline.show(one.stages().stream()
                    .map(cell -> new Pipeline.Stage(
                            StageTableView.stageName(texts, cell.name()),
                            Double.isNaN(cell.seconds())
                                    ? texts.get("stage.state." + cell.state().name())
                                    : StageTableView.time(cell),
                            progress(cell.state())))
                    .toList());
        });
        Optional<SymbolRow.Registered> made = row.flatMap(SymbolRow::model);
        registered.setText(made.map(one -> texts.get("registered", one.model(), one.version()))
                .orElse(""));
        registered.setVisible(made.isPresent());
    }

    private static Pipeline.Progress progress(StageCell.State state) {
        return switch (state) {
            case WAITING -> Pipeline.Progress.WAITING;
            case RUNNING -> Pipeline.Progress.RUNNING;
            case DONE -> Pipeline.Progress.DONE;
            case FAILED -> Pipeline.Progress.FAILED;
            case CUT_OFF -> Pipeline.Progress.CUT_OFF;
            case LEFT_OUT -> Pipeline.Progress.LEFT_OUT;
        };
    }

    private Node ribbon() {
        RibbonChart chart = new RibbonChart();
        chart.setId("factory-folds");
        folds.stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(lanes -> chart.show(
                                texts.get("folds"),
                                lanes,
                                List.of(
                                        new Entry(texts.get("folds.train"), "s1", Look.PALE),
                                        new Entry(texts.get("folds.gap"), "warn", Look.HATCHED),
                                        new Entry(texts.get("folds.test"), "accent", Look.FULL),
                                        new Entry(texts.get("folds.holdout"), "s7", Look.FULL)))));
        StatePane<List<Lane>> states = new StatePane<>(
                folds.stateProperty(),
                chart,
                new EmptyState("columns", texts.get("folds.empty"), texts.get("folds.empty.why")),
                folds::load);
        return padded(states);
    }

    private Node gates() {
        GateTable table = new GateTable();
        ScrollPane scrolled = new ScrollPane(table);
        scrolled.setFitToWidth(true);
        StackPane place = new StackPane();
        EmptyState empty = new EmptyState("shield", texts.get("gates.empty"), texts.get("gates.empty.why"));
        viewModel.symbolProperty().subscribe(row -> {
            List<GateTable.Gate> rows = row.map(SymbolRow::gates).orElse(List.of());
            table.show(rows);
            place.getChildren().setAll(rows.isEmpty() ? empty : scrolled);
        });
        return padded(place);
    }

    private Node facts() {
        ObservableList<Fact> facts = FXCollections.observableArrayList();
        viewModel
                .symbolProperty()
                .subscribe(row -> facts.setAll(row.map(SymbolRow::facts).orElse(List.of())));
        return padded(Tables.of(
                "factory-facts",
                texts.get("tab.facts"),
                facts,
                List.of(
                        Columns.text(texts.get("column.fact"), 180, Fact::name, "muted"),
                        Columns.text(texts.get("column.value"), 300, Fact::value))));
    }

    private Node config() {
        TextArea area = Icons.styled(new TextArea(), "mono");
        area.setId("factory-config");
        area.setEditable(false);
        viewModel
                .stateProperty()
                .subscribe(state ->
                        area.setText(state.shown().map(FactoryContent::config).orElse("")));
        return padded(area);
    }

    private static Node padded(Node node) {
        VBox box = Icons.styled(new VBox(node), "panel");
        VBox.setVgrow(node, Priority.ALWAYS);
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setMargin(node, new Insets(8, 12, 8, 12));
        box.setMinSize(0, 0);
        return box;
    }
}
