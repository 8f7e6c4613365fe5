package io.quantloom.ui.backtests.form;

import io.quantloom.ui.backtests.form.BacktestForm.Field;
import io.quantloom.ui.backtests.form.BacktestForm.Series;
import io.quantloom.ui.backtests.form.BacktestForm.Side;
import io.quantloom.ui.backtests.form.BacktestForm.Strategy;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The form that runs a backtest, as a dialog in the window. */
public final class RunBacktestView {

    private static final double WIDTH = 520;
    private static final double NAME_WIDTH = 120;

    private final Texts texts = Texts.of("backtests");
    private final RunBacktestViewModel viewModel;
    private final ModalLayer modals;
    private final Consumer<String> onDone;
    private int row;

    /** Takes the view model, where to show the dialog, and who gets the identifier of the run. */
    public RunBacktestView(RunBacktestViewModel viewModel, ModalLayer modals, Consumer<String> onDone) {
        this.viewModel = viewModel;
        this.modals = modals;
        this.onDone = onDone;
    }

    /** Opens the dialog. */
    public void open() {
        viewModel.open();
        Button run = Icons.button("backtests-run", "play", texts.get("run.action"), this::run, "primary");
        run.setDefaultButton(true);
        run.disableProperty().bind(viewModel.validProperty().not().or(viewModel.runningProperty()));
        run.textProperty().bind(viewModel.runningProperty().map(now -> texts.get(now ? "run.running" : "run.action")));
        modals.show(texts.get("run.title.dialog"), body(), WIDTH, modals.cancel(), run);
    }

    private void run() {
        viewModel.run(id -> {
            modals.close();
            onDone.accept(id);
        });
    }

    private Node body() {
        row = 0;
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        add(grid, "form.series", series(), Field.SERIES);
        add(grid, "form.strategy", strategies());
        Node windows = windows();
        add(grid, "form.windows", windows, Field.FAST, Field.SLOW);
        Node model = model();
        add(grid, "form.model", model, Field.MODEL);
        add(grid, "form.fee", text("backtests-fee", viewModel.feeProperty()), Field.FEE);
        add(grid, "form.cash", text("backtests-cash", viewModel.cashProperty()), Field.CASH);
        viewModel.strategyProperty().subscribe(strategy -> {
            windows.setDisable(strategy != Strategy.SMA_CROSS);
            model.setDisable(strategy != Strategy.MODEL);
        });
        Label failure = Icons.label("x-octagon", "", "tone-bad", "wrap");
        failure.setId("backtests-failure");
        failure.textProperty().bind(viewModel.failureProperty());
        failure.visibleProperty().bind(viewModel.failureProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        return new VBox(8, grid, failure);
    }

    private void add(GridPane grid, String name, Node field, Field... checked) {
        Label label = Icons.text(texts.get(name), "muted");
        label.setLabelFor(field);
        GridPane.setFillWidth(field, !(field instanceof Segments<?>));
        grid.addRow(row++, label, field);
        for (Field each : checked) {
            Label problem = Icons.text("", "tone-bad", "small", "wrap");
            ObservableValue<String> text = viewModel.problemProperty(each);
            problem.textProperty().bind(text);
            problem.visibleProperty().bind(text.map(now -> !now.isEmpty()));
            problem.managedProperty().bind(problem.visibleProperty());
            grid.add(problem, 1, row++);
        }
    }

    private Node series() {
        ComboBox<Series> box = new ComboBox<>(viewModel.series());
        box.setId("backtests-series");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(10);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Series series) {
                return series == null ? "" : series.label();
            }

            @Override
            public Series fromString(String text) {
                throw new IllegalStateException("a series is chosen, never typed");
            }
        });
        viewModel.chosenProperty().subscribe(now -> box.setValue(now.orElse(null)));
        box.setOnAction(_ -> viewModel.chosenProperty().set(Optional.ofNullable(box.getValue())));
        return box;
    }

    private Node strategies() {
        return new Segments<>(
                "backtests-strategy",
                FXCollections.observableArrayList(Strategy.values()),
                strategy -> texts.get("strategy." + strategy.name().toLowerCase(Locale.ROOT)),
                viewModel.strategyProperty());
    }

    private Node windows() {
        TextField fast = text("backtests-fast", viewModel.fastProperty());
        TextField slow = text("backtests-slow", viewModel.slowProperty());
        fast.setPrefColumnCount(4);
        slow.setPrefColumnCount(4);
        Segments<Side> side = new Segments<>(
                "backtests-side",
                FXCollections.observableArrayList(Side.values()),
                one -> texts.get("hold." + one.name().toLowerCase(Locale.ROOT)),
                viewModel.sideProperty());
        return new HBox(8, fast, slow, side);
    }

    private Node model() {
        ComboBox<String> box = new ComboBox<>(viewModel.models());
        box.setId("backtests-model");
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(viewModel.modelProperty());
        return box;
    }

    private static TextField text(String id, javafx.beans.property.StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
