package io.quantloom.ui.features;

import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.SideTabs;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Features screen: the columns of a set with their distribution, how they go together, and labels. */
public final class FeaturesView {

    private static final double HIGH_DRIFT = 0.25;
    private static final double SOME_DRIFT = 0.10;

    private final Texts texts = Texts.of("features");
    private final FeaturesViewModel viewModel;
    private final Histogram histogram = new Histogram(Formats::setting);
    private final StringProperty column = new SimpleStringProperty("");
    private final Label leak = Icons.label("alert-triangle", "", "tone-bad", "wrap");
    private final HBox root;

    /** Builds the screen over its view models. */
    public FeaturesView(FeaturesViewModel viewModel, LabelsViewModel labels, ViewMemory memory, Runnable openData) {
        this.viewModel = viewModel;
        SideTabs tabs = new SideTabs("features", verdict(), validate());
        tabs.add("columns", () -> columns(memory));
        tabs.add("correlation", this::correlation);
        tabs.add("labels", () -> {
            labels.look();
            return new LabelsView(labels, memory).root();
        });
        tabs.remember(memory);
        EmptyState empty = new EmptyState(
                "layers",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("features-data", "database", texts.get("empty.action"), openData));
        Node states = new StatePane<>(viewModel.catalogProperty(), tabs.root(), empty, viewModel::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("features");
        viewModel.selectedProperty().subscribe(this::show);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node verdict() {
        Chip chip = new Chip("", Tone.MUTED);
        chip.setId("features-verdict");
        viewModel.verdictProperty().subscribe(words -> {
            boolean leaks = viewModel.rows().stream().anyMatch(row -> row.check() == ColumnRow.Checked.LEAKS);
            chip.show(words, leaks ? Tone.BAD : Tone.OK);
            chip.setGraphic(Icons.of(leaks ? "alert-triangle" : "check"));
            chip.setTooltip(new Tooltip(words));
        });
        chip.visibleProperty().bind(viewModel.verdictProperty().isNotEmpty());
        return chip;
    }

    private Node validate() {
        Button button = Icons.flat("features-validate", "shield", texts.get("check"), viewModel::check);
        button.disableProperty().bind(viewModel.checkingProperty());
        button.textProperty().bind(viewModel.checkingProperty().map(now -> texts.get(now ? "check.running" : "check")));
        button.setTooltip(new Tooltip(texts.get("check.what")));
        return button;
    }

    private Node columns(ViewMemory memory) {
        TableView<ColumnRow> table = Tables.of(
                "features-columns",
                texts.get("columns"),
                viewModel.rows(),
                List.of(
                        Columns.text(texts.get("column.name"), 228, ColumnRow::name),
                        Columns.number(
                                texts.get("column.undefined"),
                                80,
                                ColumnRow::undefined,
                                value -> Formats.share(value, 2)),
                        Columns.number(texts.get("column.mean"), 80, ColumnRow::mean, Formats::setting),
                        Columns.number(texts.get("column.deviation"), 80, ColumnRow::deviation, Formats::setting),
                        Columns.figure(
                                texts.get("column.drift"),
                                80,
                                ColumnRow::drift,
                                value -> Formats.decimal(value, 3),
                                row -> drift(row.drift())),
                        Columns.node(
                                texts.get("column.check"),
                                120,
                                Pos.CENTER_LEFT,
                                this::check,
                                row -> row.check().name())));
        Tables.bindSelection(table, viewModel.selectedProperty());
        Tables.remember(table, memory, "features.columns");
        leak.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox drawing = Icons.styled(new VBox(8, histogram, leak), "panel-body");
        drawing.setMinSize(0, 0);
        Node split = Splits.horizontal(
                memory,
                "features.columns",
                0.58,
                new Panel(texts.get("columns"), table)
                        .note(viewModel
                                .stateProperty()
                                .map(state -> state.shown()
                                        .map(content -> texts.get(
                                                "columns.note",
                                                content.rows().size(),
                                                Formats.integer(content.bars()),
                                                content.warmUp()))
                                        .orElse(""))),
                new Panel("", drawing).title(column).note(texts.get("histogram.note")));
        return state(split);
    }

    private Node correlation() {
        MatrixChart chart = new MatrixChart();
        chart.setId("features-correlation");
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown().ifPresent(content -> chart.show(content.correlations())));
        chart.onPick(cell -> {
            int count = viewModel.rows().size();
            if (count > 0) {
                viewModel.selectedProperty().set(viewModel.rows().get(cell % count));
            }
        });
        VBox body = Icons.styled(new VBox(chart), "panel-body");
        VBox.setVgrow(chart, Priority.ALWAYS);
        body.setMinSize(0, 0);
        return state(new Panel(texts.get("correlation"), body).note(texts.get("correlation.note")));
    }

    private Node state(Node content) {
        return new StatePane<>(
                        viewModel.stateProperty(),
                        content,
                        new EmptyState("layers", texts.get("none.title"), texts.get("none.why")),
                        viewModel::describe)
                .framed();
    }

    private void show(@Nullable ColumnRow row) {
        column.set(row == null ? "" : row.name());
        String words = row == null ? "" : row.leak();
        leak.setText(words);
        leak.setVisible(!words.isEmpty());
        leak.setManaged(!words.isEmpty());
        VBox.setMargin(leak, new Insets(0, 0, 4, 0));
        viewModel
                .stateProperty()
                .get()
                .shown()
                .filter(_ -> row != null)
                .ifPresent(content -> histogram.show(content.values(row == null ? 0 : row.index())));
    }

    private static Tone drift(double value) {
        return value > HIGH_DRIFT ? Tone.BAD : value > SOME_DRIFT ? Tone.WARN : Tone.NEUTRAL;
    }

    private Node check(ColumnRow row) {
        Tone tone = switch (row.check()) {
            case NOT_RUN, UNDEFINED -> Tone.MUTED;
            case CLEAN -> Tone.OK;
            case LEAKS -> Tone.BAD;
        };
        String icon = switch (row.check()) {
            case NOT_RUN, UNDEFINED -> "minus-circle";
            case CLEAN -> "check-circle";
            case LEAKS -> "x-octagon";
        };
        HBox box = new HBox(
                6,
                Icons.of(icon, tone),
                Icons.text(texts.get("check." + row.check().name()), tone.styleClass()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
