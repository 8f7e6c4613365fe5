package io.quantloom.ui.predictions;

import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.MetricBar;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.predictions.SymbolRow.Input;
import io.quantloom.ui.predictions.SymbolRow.Said;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Predictions screen: symbols by trend with probability and model; the distribution, and what one model saw. */
public final class PredictionsView {

    private final Texts texts = Texts.of("predictions");
    private final PredictionsViewModel viewModel;
    private final Histogram histogram = new Histogram(value -> Formats.decimal(value, 2));
    private final ObservableList<Input> inputs = FXCollections.observableArrayList();
    private final StringProperty seen = new SimpleStringProperty("");
    private final HBox root;

    /** Builds the screen over its view model. */
    public PredictionsView(PredictionsViewModel viewModel, ViewMemory memory, Runnable openFactory) {
        this.viewModel = viewModel;
        Node split = Splits.horizontal(memory, "predictions.side", 0.7, grid(memory), side());
        EmptyState empty = new EmptyState(
                "compass",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("predictions-factory", "cpu", texts.get("empty.action"), openFactory));
        Node states = new StatePane<>(viewModel.stateProperty(), split, empty, viewModel::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("predictions");
        viewModel.selectedProperty().subscribe(this::show);
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
                112,
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
        column.setComparator(java.util.Comparator.comparingDouble(
                row -> said.apply(row).map(Said::probability).orElse(Double.NaN)));
        return column;
    }

    private TableColumn<SymbolRow, SymbolRow> asOf(Function<SymbolRow, Optional<Said>> said) {
        return Columns.text(
                texts.get("column.asof"),
                134,
                row -> said.apply(row)
                        .filter(Said::isAsked)
                        .map(one -> Formats.minute(one.asOf()))
                        .orElse(""),
                "muted");
    }

    private TableColumn<SymbolRow, SymbolRow> model(Function<SymbolRow, Optional<Said>> said) {
        return Columns.node(
                texts.get("column.model"),
                126,
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

    private Node side() {
        VBox table = new VBox(Tables.of(
                "predictions-inputs",
                texts.get("inputs"),
                inputs,
                List.of(
                        Columns.text(texts.get("column.feature"), 170, Input::name, "muted"),
                        Columns.number(texts.get("column.value"), 90, Input::value, Formats::setting))));
        VBox.setVgrow(table.getChildren().getFirst(), Priority.ALWAYS);
        VBox drawing = new VBox(histogram);
        drawing.setPadding(new Insets(0, 12, 12, 12));
        drawing.setMinSize(0, 0);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox box = new VBox(
                8,
                new Panel(texts.get("histogram"), drawing)
                        .note(texts.get("histogram.note"))
                        .high(220),
                new Panel(texts.get("inputs"), table).note(seen).grow());
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

    private void show(@Nullable SymbolRow row) {
        Optional<Said> said = Optional.ofNullable(row)
                .flatMap(one ->
                        one.up().filter(Said::isAsked).or(() -> one.down().filter(Said::isAsked)));
        inputs.setAll(said.map(Said::inputs).orElse(List.of()));
        seen.set(said.map(one -> one.model() + " v" + one.version()).orElse(""));
    }
}
