package io.quantloom.ui.experiments;

import atlantafx.base.controls.CustomTextField;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.MetricBar;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The table of runs under its filter. */
public final class RunListView {

    private static final double FILTER_WIDTH = 320;

    private final Texts texts = Texts.of("experiments");
    private final RunListViewModel viewModel;
    private final TableView<RunRow> table;
    private final MenuButton columns = new MenuButton();
    private final VBox root;

    /** Builds the region over its view model. */
    public RunListView(RunListViewModel viewModel, ViewMemory memory) {
        this.viewModel = viewModel;
        table = table();
        Tables.remember(table, memory, "experiments.runs");
        VBox.setVgrow(table, Priority.ALWAYS);
        root = Icons.styled(new VBox(filters(), table), "panel");
        root.setMinSize(0, 0);
        viewModel.columns().addListener((ListChangeListener<RunColumn>) _ -> {
            table.getColumns().setAll(tableColumns());
            fillMenu();
        });
        viewModel.stateProperty().subscribe(_ -> fillMenu());
        viewModel.selection().runs().addListener((ListChangeListener<RunSelection.Chosen>) _ -> table.refresh());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node filters() {
        CustomTextField field = new CustomTextField();
        field.setId("experiments-filter");
        field.setPromptText(texts.get("filter.prompt"));
        field.setAccessibleText(texts.get("filter.name"));
        field.setLeft(Icons.of("search"));
        field.setPrefWidth(FILTER_WIDTH);
        field.textProperty().bindBidirectional(viewModel.filterProperty());
        Tooltip.install(field, new Tooltip(texts.get("filter.help")));
        Label problem = Icons.label("alert-triangle", "", "tone-bad", "small");
        problem.setId("experiments-filter-problem");
        problem.textProperty().bind(viewModel.filterProblemProperty());
        problem.visibleProperty().bind(viewModel.filterProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setMinWidth(0);
        HBox.setHgrow(problem, Priority.SOMETIMES);
        Label counts = Icons.text("", "muted");
        counts.setId("experiments-counts");
        counts.textProperty().bind(viewModel.countsProperty());
        counts.setMinWidth(Region.USE_PREF_SIZE);
        columns.setId("experiments-columns");
        columns.setText(texts.get("columns"));
        columns.setGraphic(Icons.of("columns"));
        columns.getStyleClass().add("flat");
        columns.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(
                8,
                field,
                kinds(),
                problem,
                Icons.spring(),
                counts,
                Icons.flat("experiments-clear", "x", texts.get("clear"), viewModel.selection()::clear),
                columns);
        bar.setAlignment(Pos.CENTER_LEFT);
        return Icons.styled(bar, "filter-bar");
    }

    private Node kinds() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("experiments-kind");
        box.setAccessibleText(texts.get("kind.name"));
        box.setConverter(new KindText(texts));
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown().ifPresent(list -> {
                    var kinds = new ArrayList<String>();
                    kinds.add("");
                    kinds.addAll(list.kinds());
                    if (!kinds.equals(box.getItems())) {
                        box.getItems().setAll(kinds);
                        box.setValue(viewModel.kindProperty().get());
                    }
                }));
        box.valueProperty().subscribe(value -> viewModel.kindProperty().set(Objects.requireNonNullElse(value, "")));
        return box;
    }

    private void fillMenu() {
        List<MenuItem> items = viewModel.stateProperty().get().shown().map(RunList::columns).orElse(List.of()).stream()
                .<MenuItem>map(this::item)
                .toList();
        columns.getItems().setAll(items);
    }

    private MenuItem item(RunColumn column) {
        CheckMenuItem item = new CheckMenuItem(column.label());
        item.setSelected(viewModel.columns().contains(column));
        item.setOnAction(_ -> viewModel.toggle(column));
        return item;
    }

    private TableView<RunRow> table() {
        TableView<RunRow> made = Tables.of("experiments-runs", texts.get("runs"), viewModel.rows(), tableColumns());
        made.setPlaceholder(Icons.text(texts.get("runs.none"), "muted"));
        made.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.open(row.id());
            }
        });
        viewModel
                .currentProperty()
                .subscribe(current -> current.ifPresent(row -> {
                    RunRow selected = made.getSelectionModel().getSelectedItem();
                    if (selected == null || !selected.id().equals(row.id())) {
                        made.getSelectionModel().select(row);
                    }
                }));
        made.setOnKeyPressed(event -> {
            RunRow row = made.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                viewModel.toggle(row);
                event.consume();
            }
        });
        return made;
    }

    private List<TableColumn<RunRow, RunRow>> tableColumns() {
        var made = new ArrayList<TableColumn<RunRow, RunRow>>();
        made.add(Columns.node(
                "", 32, Pos.CENTER, this::tick, row -> viewModel.selection().contains(row.id()) ? "x" : ""));
        made.add(Columns.node("", 26, Pos.CENTER, this::swatch, _ -> ""));
        made.add(Columns.node(
                "", 28, Pos.CENTER, this::status, row -> row.status().name()));
        made.add(Columns.text(texts.get("column.run"), 210, RunRow::name));
        made.add(Columns.text(texts.get("column.kind"), 66, row -> new KindText(texts).word(row.kind()), "muted"));
        made.add(Columns.text(texts.get("column.symbol"), 96, RunRow::symbol));
        made.add(Columns.text(texts.get("column.learner"), 78, RunRow::learner));
        made.add(gate());
        viewModel.columns().forEach(column -> made.add(column(column)));
        made.add(Columns.number(texts.get("column.duration"), 84, RunRow::seconds, RunListView::duration));
        made.add(Columns.time(texts.get("column.started"), 126, RunRow::started));
        return made;
    }

    private TableColumn<RunRow, RunRow> gate() {
        TableColumn<RunRow, RunRow> column = Columns.node(
                texts.get("column.gate"),
                74,
                Pos.CENTER_LEFT,
                this::gateChip,
                row -> texts.get("gate." + row.gate().name()));
        column.setSortable(true);
        column.setComparator(Comparator.comparing(RunRow::gate));
        return column;
    }

    private Node gateChip(RunRow row) {
        String word = texts.get("gate." + row.gate().name());
        return switch (row.gate()) {
            case PASSED -> new Chip(word, Tone.OK).icon("check");
            case REFUSED -> {
                Chip chip = new Chip(word, Tone.BAD).icon("x");
                if (!row.reason().isEmpty()) {
                    chip.setTooltip(new Tooltip(row.reason()));
                }
                yield chip;
            }
            case NOT_RUN -> Icons.text(Formats.ABSENT, "muted");
        };
    }

    private TableColumn<RunRow, RunRow> column(RunColumn column) {
        if (column.kind() == RunColumn.Kind.PARAM) {
            return Columns.text(column.label(), 84, row -> row.param(column.key()));
        }
        String key = column.key();
        StatisticText text = StatisticText.of(key);
        TableColumn<RunRow, RunRow> made = Columns.node(
                column.label(),
                116,
                Pos.CENTER_RIGHT,
                row -> bar(row, key, text),
                row -> Double.toString(row.metric(key)));
        made.setSortable(true);
        made.setComparator(Comparator.comparingDouble(row -> row.metric(key)));
        return made;
    }

    private Node bar(RunRow row, String key, StatisticText text) {
        Optional<RunList> list = viewModel.stateProperty().get().shown();
        return new MetricBar(
                list.map(shown -> shown.share(row, key)).orElse(Double.NaN),
                text.format(row.metric(key)),
                list.filter(shown -> shown.isBest(row, key)).isPresent());
    }

    private static String duration(double seconds) {
        return Double.isNaN(seconds) ? Formats.ABSENT : Formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Node tick(RunRow row) {
        CheckBox box = new CheckBox();
        box.setSelected(viewModel.selection().contains(row.id()));
        box.setFocusTraversable(false);
        box.setAccessibleText(texts.get("compare", row.name()));
        box.setOnAction(_ -> viewModel.toggle(row));
        return box;
    }

    private Node swatch(RunRow row) {
        boolean chosen = viewModel.selection().contains(row.id());
        return Swatches.of(chosen ? viewModel.selection().color(row.id()) : Swatches.NONE);
    }

    private Node status(RunRow row) {
        Node icon = switch (row.status()) {
            case RUNNING -> Icons.of("loader", Tone.ACCENT);
            case FINISHED -> Icons.of("check", Tone.OK);
            case FAILED -> Icons.of("x-octagon", Tone.BAD);
            case CANCELED -> Icons.of("slash", Tone.MUTED);
            case INTERRUPTED -> Icons.of("alert-triangle", Tone.WARN);
        };
        String word = texts.get("status." + row.status().name());
        Tooltip.install(icon, new Tooltip(row.reason().isEmpty() ? word : word + ": " + row.reason()));
        icon.setAccessibleText(word);
        return icon;
    }
}
