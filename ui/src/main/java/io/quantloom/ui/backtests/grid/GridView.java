package io.quantloom.ui.backtests.grid;

import io.quantloom.ui.backtests.grid.GridContent.Matrices;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A grid three times side by side, in sample, by its neighbors and out of sample, and its combinations as a table. */
public final class GridView {

    private final Texts texts = Texts.of("backtests");
    private final GridViewModel viewModel;
    private final MatrixChart inSample = new MatrixChart();
    private final MatrixChart neighbors = new MatrixChart();
    private final MatrixChart outOfSample = new MatrixChart();
    private final StackPane outOfSamplePlace = new StackPane();
    private final StringProperty objective = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final Label best = Icons.text("", "wrap");
    private final Label robust = Icons.text("", "wrap");
    private final TableView<GridRow> table;
    private final StatePane<GridContent> root;

    /** Builds the region over its view model. */
    public GridView(GridViewModel viewModel, ViewMemory memory) {
        this.viewModel = viewModel;
        table = Tables.of("backtests-grid", texts.get("grid.table"), viewModel.rows(), columns(List.of(), ""));
        Tables.bindSelection(table, viewModel.selectedProperty());
        VBox content = new VBox(8, bar(), Splits.vertical(memory, "backtests.grid", 0.56, matrices(), lower()));
        VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
        content.setMinSize(0, 0);
        EmptyState empty = new EmptyState("grid", texts.get("grid.empty"), texts.get("grid.empty.why"));
        root = new StatePane<>(viewModel.stateProperty(), content, empty, viewModel::reopen).framed();
        List.of(inSample, neighbors, outOfSample).forEach(chart -> chart.onPick(viewModel::pick));
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        viewModel.matricesProperty().subscribe(now -> now.ifPresent(this::draw));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(GridContent content) {
        objective.set(content.objective());
        note.set(content.note());
        best.setText(content.summary().isEmpty() ? "" : content.summary().getFirst());
        robust.setText(content.summary().size() < 2 ? "" : content.summary().getLast());
        table.getColumns().setAll(columns(content.axes(), content.objective()));
        Label missing = Icons.text(texts.get("grid.unsplit"), "muted", "wrap");
        missing.setAlignment(Pos.CENTER);
        missing.setMaxWidth(260);
        outOfSamplePlace.getChildren().setAll(content.isSplit() ? outOfSample : missing);
    }

    private void draw(Matrices matrices) {
        inSample.show(matrices.inSample());
        neighbors.show(matrices.neighbors());
        matrices.outOfSample().ifPresent(outOfSample::show);
        int cell = viewModel.selectedCell();
        List.of(inSample, neighbors, outOfSample).forEach(chart -> chart.ring(cell));
    }

    private Node bar() {
        ComboBox<GridViewModel.Choice> choice = new ComboBox<>(viewModel.choices());
        choice.setId("backtests-grids");
        choice.setAccessibleText(texts.get("grid.choice"));
        choice.setConverter(words(GridViewModel.Choice::name));
        choice.setPrefWidth(380);
        choice.valueProperty().bindBidirectional(viewModel.chosenProperty());
        Label counts = Icons.text("", "muted");
        counts.textProperty().bind(note);
        counts.setMinWidth(0);
        Node across = axis("across", viewModel.acrossProperty());
        Node up = axis("up", viewModel.upProperty());
        HBox bar = new HBox(8, choice, counts, Icons.spring(), across, up);
        bar.setAlignment(Pos.CENTER_LEFT);
        // With two parameters there is nothing to choose.
        viewModel.axes().addListener((ListChangeListener<String>) _ -> {
            boolean many = viewModel.axes().size() > 2;
            for (Node node : List.of(across, up)) {
                node.setVisible(many);
                node.setManaged(many);
            }
        });
        return bar;
    }

    private Node axis(String name, ObjectProperty<Integer> value) {
        ComboBox<String> box = new ComboBox<>(viewModel.axes());
        box.setId("backtests-grid-" + name);
        box.setAccessibleText(texts.get("grid." + name));
        box.setMinWidth(Region.USE_PREF_SIZE);
        value.subscribe(index -> box.getSelectionModel().select(index));
        viewModel.axes().addListener((ListChangeListener<String>)
                _ -> box.getSelectionModel().select(value.get()));
        box.setOnAction(_ -> {
            int index = box.getSelectionModel().getSelectedIndex();
            if (index >= 0) {
                value.set(index);
            }
        });
        HBox both = new HBox(6, Icons.text(texts.get("grid." + name), "muted"), box);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setVisible(false);
        both.setManaged(false);
        return both;
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new IllegalStateException("it is chosen, never typed");
            }
        };
    }

    private Node matrices() {
        outOfSamplePlace.setMinSize(0, 0);
        HBox box = new HBox(
                8,
                panel(texts.get("grid.in"), inSample, objective),
                panel(
                        texts.get("grid.neighbors"),
                        neighbors,
                        new SimpleStringProperty(texts.get("grid.neighbors.note"))),
                panel(texts.get("grid.out"), outOfSamplePlace, objective));
        box.setMinSize(0, 0);
        return box;
    }

    private static Panel panel(String title, Node chart, StringProperty note) {
        VBox body = Icons.styled(new VBox(chart), "panel-body");
        VBox.setVgrow(chart, Priority.ALWAYS);
        body.setMinSize(0, 0);
        Panel panel = new Panel(title, body).note(note).grow();
        panel.setPrefWidth(100);
        return panel;
    }

    private Node lower() {
        VBox words = Icons.styled(new VBox(4, best, robust), "grid-summary");
        VBox body = new VBox(words, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        body.setMinSize(0, 0);
        return new Panel(texts.get("grid.table"), body).note(texts.get("grid.table.note"));
    }

    private List<TableColumn<GridRow, GridRow>> columns(List<String> axes, String name) {
        StatisticText net = StatisticText.of("total_return");
        var made = new ArrayList<TableColumn<GridRow, GridRow>>();
        for (int i = 0; i < axes.size(); i++) {
            int index = i;
            made.add(Columns.figureText(axes.get(i), 92, row -> row.parameters().get(index)));
        }
        made.add(figure(texts.get("grid.column.in", name), GridRow::inSample));
        made.add(figure(texts.get("grid.column.neighbors"), GridRow::neighbors));
        made.add(figure(texts.get("grid.column.out", name), GridRow::outOfSample));
        made.add(Columns.signed(net.label(), 104, GridRow::totalReturn, value -> Formats.percent(value, 1)));
        made.add(Columns.number(
                texts.get("grid.column.fall"), 104, GridRow::maxDrawdown, value -> Formats.percent(value, 1)));
        made.add(Columns.number(texts.get("column.trades"), 80, GridRow::trades, value -> Formats.decimal(value, 0)));
        return made;
    }

    private static TableColumn<GridRow, GridRow> figure(String name, ToDoubleFunction<GridRow> value) {
        return Columns.signed(name, 130, value, number -> Formats.signed(number, 2));
    }
}
