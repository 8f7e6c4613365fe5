package io.quantloom.ui.paper;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.paper.BotForm.Field;
import io.quantloom.ui.paper.BotForm.Model;
import io.quantloom.ui.paper.BotForm.Speed;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The form that starts a bot, as a dialog in the window. */
public final class StartBotView {

    private static final double WIDTH = 520;
    private static final double NAME_WIDTH = 120;

    private final Texts texts = Texts.of("paper");
    private final StartBotViewModel viewModel;
    private final ModalLayer modals;
    private final Consumer<String> onBegun;
    private int row;

    /** Takes the view model, where to show the dialog, and who gets the name of the bot. */
    public StartBotView(StartBotViewModel viewModel, ModalLayer modals, Consumer<String> onBegun) {
        this.viewModel = viewModel;
        this.modals = modals;
        this.onBegun = onBegun;
    }

    /** Opens the dialog. */
    public void open() {
        viewModel.open();
        Button start = Icons.button("paper-start", "play", texts.get("start.action"), this::start, "primary");
        start.setDefaultButton(true);
        start.disableProperty().bind(viewModel.validProperty().not());
        modals.show(texts.get("start.title"), body(), WIDTH, modals.cancel(), start);
    }

    private void start() {
        viewModel.start(name -> {
            modals.close();
            onBegun.accept(name);
        });
    }

    private Node body() {
        row = 0;
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(NAME_WIDTH), fields);
        add(grid, "form.model", model(), Field.MODEL);
        add(grid, "form.name", text("paper-name", viewModel.nameProperty()), Field.NAME);
        add(
                grid,
                "form.speed",
                new Segments<>(
                        "paper-speed",
                        FXCollections.observableArrayList(Speed.values()),
                        Speed::label,
                        viewModel.speedProperty()));
        add(grid, "form.fee", text("paper-fee", viewModel.feeProperty()), Field.FEE);
        add(grid, "form.cash", text("paper-cash", viewModel.cashProperty()), Field.CASH);
        Label note = Icons.text(texts.get("start.note"), "muted", "wrap");
        note.setMinHeight(Label.USE_PREF_SIZE);
        Label failure = Icons.label("x-octagon", "", "tone-bad", "wrap");
        failure.setId("paper-failure");
        failure.textProperty().bind(viewModel.failureProperty());
        failure.visibleProperty().bind(viewModel.failureProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        failure.setMinHeight(Label.USE_PREF_SIZE);
        return new VBox(10, grid, note, failure);
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

    private Node model() {
        ComboBox<Model> box = new ComboBox<>(viewModel.models());
        box.setId("paper-model");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(texts.get("form.model.none"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Model model) {
                return model == null ? "" : model.label();
            }

            @Override
            public Model fromString(String text) {
                throw new IllegalStateException("a model is chosen, never typed");
            }
        });
        viewModel.modelProperty().subscribe(now -> box.setValue(now.orElse(null)));
        box.setOnAction(_ -> viewModel.modelProperty().set(Optional.ofNullable(box.getValue())));
        return box;
    }

    private static TextField text(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
