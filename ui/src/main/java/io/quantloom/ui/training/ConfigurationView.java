package io.quantloom.ui.training;

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
public final class ConfigurationView {

    private static final double WIDTH = 720;

    private final Texts texts = Texts.of("training");
    private final Wording wording;
    private final ConfigurationViewModel viewModel;
    private final ModalLayer modals;
    private final Runnable run;

    /**
     * What the dialog is about.
     *
     * @param page id of the page, before the ids of its controls
     * @param title of the dialog
     * @param action the button that runs it
     */
    public record Wording(String page, String title, String action) {}

    /** Takes the view model, where to show the dialog and what runs the configuration. */
    public ConfigurationView(Wording wording, ConfigurationViewModel viewModel, ModalLayer modals, Runnable run) {
        this.wording = wording;
        this.viewModel = viewModel;
        this.modals = modals;
        this.run = run;
    }

    /** Opens the dialog on what was looked at last, at first on a shipped configuration. */
    public void open() {
        if (viewModel.configProperty().get().isBlank()) {
            viewModel.take(Preset.all().getFirst());
        }
        Button button = Icons.button(id("run"), "play", wording.action(), this::run, "primary");
        button.disableProperty().bind(viewModel.outlineProperty().isEmpty());
        modals.show(wording.title(), body(), WIDTH, modals.cancel(), button);
    }

    private void run() {
        modals.close();
        run.run();
    }

    private String id(String control) {
        return wording.page() + "-" + control;
    }

    private Node body() {
        VBox presets = new VBox(4);
        presets.setMinWidth(220);
        presets.getChildren().add(Icons.text(texts.get("presets"), "muted", "small"));
        for (Preset preset : Preset.all()) {
            Button button = Icons.flat(
                    id("preset-") + preset.file(), "file-text", preset.title(), () -> viewModel.take(preset));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            presets.getChildren().add(button);
        }
        presets.getChildren().add(Icons.button(id("file"), "folder", texts.get("file"), viewModel::chooseFile));
        TextArea text = Icons.styled(new TextArea(), "mono");
        text.setId(id("text"));
        text.setAccessibleText(texts.get("config"));
        text.setPrefRowCount(18);
        text.textProperty().bindBidirectional(viewModel.configProperty());
        Label name = Icons.text("", "strong");
        name.textProperty().bind(viewModel.nameProperty());
        Label outline = Icons.label("check", "", "tone-ok", "wrap");
        outline.textProperty().bind(viewModel.outlineProperty());
        only(outline, viewModel.outlineProperty());
        Label problem = Icons.label("x-octagon", "", "tone-bad", "wrap");
        problem.setId(id("problem"));
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
