package io.quantloom.ui.predictions;

import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.MetricBar;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.predictions.SymbolRow.Said;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Predictions screen: symbols by trend with probability and model; the distribution, and what one model saw. */
public final class PredictionsView {

    // "2026-" of a time whose age stands beside it.
    private static final int YEAR = 5;

    private final Texts texts = Texts.of("predictions");
    private final PredictionsViewModel viewModel;
    private final Histogram histogram = new Histogram(value -> Formats.decimal(value, 2));
    private final HBox root;

    /** Builds the screen over its view model. */
    public PredictionsView(PredictionsViewModel viewModel, AnswerView answer, ViewMemory memory, Runnable openFactory) {
        this.viewModel = viewModel;
        Node split = Splits.horizontal(memory, "predictions.side", 0.68, grid(memory), side(answer));
        EmptyState empty = new EmptyState(
                "compass",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("predictions-factory", "cpu", texts.get("empty.action"), openFactory));
        Node states = new StatePane<>(viewModel.stateProperty(), split, empty, viewModel::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("predictions");
        viewModel.rows().addListener((ListChangeListener<SymbolRow>) _ -> draw());
        draw();
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node grid(ViewMemory memory) {
        TableView<SymbolRow> table = Tables.of(
                "predictions-grid",
                texts.get("grid"),
                viewModel.rows(),
                List.of(
                        Columns.text(texts.get("column.symbol"), 84, SymbolRow::symbol),
                        probability("up", SymbolRow::up),
                        asOf(SymbolRow::up),
                        model(SymbolRow::up),
                        probability("down", SymbolRow::down),
                        asOf(SymbolRow::down),
                        model(SymbolRow::down)));
        Tables.bindSelection(table, viewModel.selectedProperty());
        Tables.remember(table, memory, "predictions.grid");
        return new Panel(texts.get("grid"), table).note(viewModel.countsProperty());
    }

    private TableColumn<SymbolRow, SymbolRow> probability(String key, Function<SymbolRow, Optional<Said>> said) {
        TableColumn<SymbolRow, SymbolRow> column = Columns.node(
                texts.get("column." + key),
                92,
                Pos.CENTER_RIGHT,
                row -> said.apply(row)
                        .filter(Said::isAsked)
                        .<Node>map(
                                one -> new MetricBar(one.probability(), Formats.decimal(one.probability(), 3), false))
                        .orElseGet(() -> Icons.text(
                                said.apply(row).isPresent() ? texts.get("cell.unasked") : Formats.ABSENT, "muted")),
                row -> said.apply(row)
                        .map(one -> Double.toString(one.probability()))
                        .orElse(""));
        column.setSortable(true);
        column.setComparator(Comparator.comparingDouble(
                row -> said.apply(row).map(Said::probability).orElse(Double.NaN)));
        return column;
    }

    /** The bar and how long ago it had closed; what is too old to act on stands out. */
    private TableColumn<SymbolRow, SymbolRow> asOf(Function<SymbolRow, Optional<Said>> said) {
        TableColumn<SymbolRow, SymbolRow> column = Columns.node(
                texts.get("column.asof"),
                146,
                Pos.CENTER_LEFT,
                row -> said.apply(row)
                        .filter(Said::isAsked)
                        .<Node>map(this::asOf)
                        .orElseGet(() -> Icons.text("")),
                row -> said.apply(row)
                        .filter(Said::isAsked)
                        .map(one -> Instant.ofEpochMilli(one.asOf()).toString())
                        .orElse(""));
        column.setSortable(true);
        column.setComparator(
                Comparator.comparingLong(row -> said.apply(row).map(Said::asOf).orElse(0L)));
        return column;
    }

    private Node asOf(Said said) {
        String bar = said.isDaily() ? Formats.day(said.asOf()) : Formats.minute(said.asOf());
        Label label = Icons.text(
                texts.get("cell.asof", bar.substring(YEAR), Formats.about(said.age())),
                said.isStale() ? "tone-warn" : "muted");
        if (said.isStale()) {
            label.setGraphic(Icons.of("clock", Tone.WARN));
        }
        label.setTooltip(new Tooltip(texts.get(
                said.isStale() ? "cell.asof.stale" : "cell.asof.words",
                Formats.minute(said.asOf()),
                Formats.about(said.age()))));
        return label;
    }

    private TableColumn<SymbolRow, SymbolRow> model(Function<SymbolRow, Optional<Said>> said) {
        return Columns.node(
                texts.get("column.model"),
                118,
                Pos.CENTER_LEFT,
                row -> said.apply(row)
                        .map(one -> {
                            var label = Icons.text(texts.get("cell.model", one.learner(), one.version()), "muted");
                            label.setTooltip(new Tooltip(one.model() + " v" + one.version() + "\n" + one.target()));
                            return label;
                        })
                        .orElseGet(() -> Icons.text(texts.get("cell.none"), "muted")),
                row -> said.apply(row)
                        .map(one -> one.model() + " v" + one.version())
                        .orElse(""));
    }

    private Node side(AnswerView answer) {
        VBox drawing = new VBox(histogram);
        drawing.setPadding(new Insets(0, 12, 12, 12));
        drawing.setMinSize(0, 0);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox box = new VBox(
                8,
                new Panel(texts.get("histogram"), drawing)
                        .note(texts.get("histogram.note"))
                        .high(168),
                answer.root());
        box.setMinSize(0, 0);
        return box;
    }

    private void draw() {
        histogram.show(viewModel
                .sayings()
                .filter(Said::isAsked)
                .mapToDouble(Said::probability)
                .toArray());
    }
}
