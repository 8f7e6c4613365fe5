package io.quantloom.ui.factory;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The dialog that runs a configuration: a shipped one or a file, shown before it runs and checked while it is changed. */
public final class StartFactoryView {

    private static final double WIDTH = 720;

    private final Texts texts = Texts.of("factory");
    private final FactoryWorkViewModel viewModel;
    private final ModalLayer modals;

    /** Takes the view model and where to show the dialog. */
    public StartFactoryView(FactoryWorkViewModel viewModel, ModalLayer modals) {
        this.viewModel = viewModel;
        this.modals = modals;
    }

    /** Opens the dialog. */
    public void open() {
        if (viewModel.configProperty().get().isBlank()) {
            viewModel.take(Preset.all().getFirst());
        }
        Button run = Icons.button("factory-run", "play", texts.get("run.action"), this::run, "primary");
        run.disableProperty().bind(viewModel.outlineProperty().isEmpty());
        modals.show(texts.get("run.title"), body(), WIDTH, modals.cancel(), run);
    }

    private void run() {
        modals.close();
        viewModel.run();
    }

    private Node body() {
        VBox presets = new VBox(4);
        presets.setMinWidth(220);
        presets.getChildren().add(Icons.text(texts.get("run.presets"), "muted", "small"));
        for (Preset preset : Preset.all()) {
            Button button = Icons.flat(
                    "factory-preset-" + preset.file(), "file-text", preset.title(), () -> viewModel.take(preset));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            presets.getChildren().add(button);
        }
        presets.getChildren().add(Icons.button("factory-file", "folder", texts.get("run.file"), viewModel::chooseFile));
        TextArea text = Icons.styled(new TextArea(), "mono");
        text.setId("factory-text");
        text.setAccessibleText(texts.get("run.config"));
        text.setPrefRowCount(18);
        text.textProperty().bindBidirectional(viewModel.configProperty());
        Label name = Icons.text("", "strong");
        name.textProperty().bind(viewModel.nameProperty());
        Label outline = Icons.label("check", "", "tone-ok", "wrap");
        outline.textProperty().bind(viewModel.outlineProperty());
        only(outline, viewModel.outlineProperty());
        Label problem = Icons.label("x-octagon", "", "tone-bad", "wrap");
        problem.setId("factory-problem");
        problem.textProperty().bind(viewModel.problemProperty());
        problem.setMinHeight(Label.USE_PREF_SIZE);
        only(problem, viewModel.problemProperty());
        VBox right = new VBox(6, name, text, outline, problem);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(16, presets, right);
    }

    private static void only(Label label, javafx.beans.value.ObservableValue<String> text) {
        label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
    }
}
