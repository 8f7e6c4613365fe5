package io.quantloom.ui.studies.enqueue;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The dialog for a trial of one's own: a field for each parameter that can vary. */
public final class EnqueueView {

    private static final double WIDTH = 520;
    private static final double NAME_WIDTH = 130;
    private static final double FIELD_WIDTH = 120;

    private final Texts texts = Texts.of("studies");
    private final EnqueueViewModel viewModel;
    private final ModalLayer modals;

    /** Takes the view model and where to show the dialog. */
    public EnqueueView(EnqueueViewModel viewModel, ModalLayer modals) {
        this.viewModel = viewModel;
        this.modals = modals;
    }

    /** Opens the dialog with the parameters of the chosen trial. */
    public void open() {
        viewModel.open();
        Button enqueue = Icons.button(
                "studies-enqueue-confirm",
                "plus",
                texts.get("enqueue.confirm"),
                () -> viewModel.enqueue(_ -> modals.close()),
                "primary");
        enqueue.setDefaultButton(true);
        enqueue.disableProperty().bind(viewModel.rightProperty().not());
        modals.show(texts.get("enqueue.title"), body(), WIDTH, modals.cancel(), enqueue);
    }

    private Node body() {
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(NAME_WIDTH), new ColumnConstraints(FIELD_WIDTH), rest);
        int row = 0;
        for (EnqueueViewModel.Field field : viewModel.fields()) {
            Label name = Icons.text(field.name(), "muted");
            TextField text = new TextField();
            text.setId("studies-enqueue-" + field.name());
            text.textProperty().bindBidirectional(field.textProperty());
            name.setLabelFor(text);
            grid.addRow(row++, name, text, wrapped(Icons.text(field.expected(), "muted", "small", "wrap")));
            grid.add(only(Icons.text("", "tone-bad", "small", "wrap"), field.faultProperty()), 1, row++, 2, 1);
        }
        Label failure = only(Icons.label("x-octagon", "", "tone-bad", "wrap"), viewModel.failureProperty());
        failure.setId("studies-enqueue-failure");
        return new VBox(12, wrapped(Icons.text(texts.get("enqueue.what"), "wrap")), grid, failure);
    }

    private static Label wrapped(Label label) {
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label only(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        return wrapped(label);
    }
}
