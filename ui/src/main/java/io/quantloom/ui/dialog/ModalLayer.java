package io.quantloom.ui.dialog;

import io.quantloom.ui.control.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs inside the window, above everything: the page behind is dimmed and takes no input. Escape and the close button
 * answer nothing. One dialog at a time; a second replaces the first.
 */
public final class ModalLayer implements Dialogs {

    private static final double WIDTH = 480;

    private final StackPane root = Icons.styled(new StackPane(), "modal-layer");
    private @Nullable Node focusBefore;

    /** Starts without a dialog. */
    public ModalLayer() {
        root.setVisible(false);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** {@return the node to lay over the window} */
    public Node root() {
        return root;
    }

    /** {@return whether a dialog is open} */
    public boolean isOpen() {
        return root.isVisible();
    }

    /** Shows a dialog with a body of one's own; the buttons close it by {@link #close}. */
    public void show(String title, Node body, double width, Button... buttons) {
        HBox head = Icons.styled(
                new HBox(
                        8,
                        Icons.text(title, "modal-title"),
                        Icons.spring(),
                        Icons.iconButton("modal-close", "x", "Close", this::close)),
                "modal-head");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = Icons.styled(new HBox(8, Icons.spring()), "modal-foot");
        foot.getChildren().addAll(buttons);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox content = Icons.styled(new VBox(body), "modal-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox box = Icons.styled(new VBox(head, content, foot), "popover", "modal");
        box.setId("modal");
        box.setMaxSize(width, Region.USE_PREF_SIZE);
        box.setPrefWidth(width);
        if (!isOpen() && root.getScene() != null) {
            focusBefore = root.getScene().getFocusOwner();
        }
        root.getChildren().setAll(box);
        root.setVisible(true);
        box.requestFocus();
    }

    /** Closes the dialog and gives the focus back. */
    public void close() {
        root.getChildren().clear();
        root.setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    @Override
    public void confirm(Confirmation confirmation, Runnable onConfirm) {
        Button agree = button("modal-confirm", confirmation.verb(), confirmation.isDangerous() ? "danger" : "primary");
        agree.setOnAction(_ -> {
            close();
            onConfirm.run();
        });
        Button cancel = cancel();
        show(confirmation.title(), paragraph(confirmation.text()), WIDTH, cancel, agree);
        // What loses something is never what Enter does.
        (confirmation.isDangerous() ? cancel : agree).requestFocus();
    }

    @Override
    public void ask(Question question, Consumer<String> onAnswer) {
        TextField field = new TextField();
        field.setId("modal-text");
        field.setPromptText(question.prompt());
        Button agree = button("modal-confirm", question.verb(), "primary");
        agree.setDefaultButton(true);
        if (question.isRequired()) {
            agree.disableProperty().bind(field.textProperty().map(String::isBlank));
        }
        agree.setOnAction(_ -> {
            close();
            onAnswer.accept(field.getText().strip());
        });
        VBox body = new VBox(12, paragraph(question.text()), field);
        show(question.title(), body, WIDTH, cancel(), agree);
        field.requestFocus();
    }

    /** {@return a button that closes the dialog and does nothing else} */
    public Button cancel() {
        Button cancel = new Button("Cancel");
        cancel.setId("modal-cancel");
        cancel.setOnAction(_ -> close());
        return cancel;
    }

    private static Button button(String id, String text, String styleClass) {
        Button button = Icons.styled(new Button(text), styleClass);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label paragraph(String text) {
        Label label = Icons.text(text, "wrap");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
