package io.quantloom.ui.control;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * A button for what cannot be undone: the pointer must rest on it for a second. By keyboard it calls another action, which
 * asks in a dialog.
 */
public final class HoldButton extends StackPane {

    private static final Duration HOLD = Duration.seconds(1);

    private final Button button;
    private final ProgressBar progress = new ProgressBar(0);
    private final Timeline holding;

    /** Takes the id, icon and words, what to do after the second, and what to do on Enter or Space. */
    public HoldButton(String id, String icon, String text, Runnable held, Runnable byKeyboard) {
        button = Icons.styled(new Button(text, Icons.of(icon)), "danger");
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().addAll("thin", "hold-progress");
        progress.setMouseTransparent(true);
        progress.setVisible(false);
        progress.prefWidthProperty().bind(button.widthProperty());
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(progress, Pos.BOTTOM_CENTER);
        getChildren().addAll(button, progress);
        holding = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(progress.progressProperty(), 0)),
                new KeyFrame(
                        HOLD,
                        _ -> {
                            progress.setVisible(false);
                            held.run();
                        },
                        new KeyValue(progress.progressProperty(), 1)));
        button.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> begin());
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end());
        button.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> end());
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                byKeyboard.run();
            }
        });
    }

    /** {@return the button itself, for its disabled state and tooltip} */
    public Button button() {
        return button;
    }

    private void begin() {
        progress.setVisible(true);
        holding.playFromStart();
    }

    private void end() {
        holding.stop();
        progress.setVisible(false);
    }
}
