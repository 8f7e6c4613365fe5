package io.quantloom.ui.shell.window;

import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.shell.palette.Command;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Keys of the window: every command's combination, and Escape for what is open above the page. */
final class ShellKeys {

    private final ShellViewModel viewModel;
    private final ShellView view;
    private final ModalLayer modals;
    private final Map<String, KeyCombination> combinations = new HashMap<>();

    ShellKeys(ShellViewModel viewModel, ShellView view, ModalLayer modals) {
        this.viewModel = viewModel;
        this.view = view;
        this.modals = modals;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouse);
    }

    private void key(KeyEvent event) {
        if (modals.isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            if (view.closePopover()) {
                event.consume();
            }
            return;
        }
        for (Command command : viewModel.commands().all()) {
            for (String keys : command.alternatives()) {
                if (combinations.computeIfAbsent(keys, KeyCombination::valueOf).match(event)) {
                    event.consume();
                    command.run().run();
                    return;
                }
            }
        }
    }

    /** The side buttons of a mouse, as in a browser. */
    private void mouse(MouseEvent event) {
        if (event.getButton() == MouseButton.BACK) {
            viewModel.back();
        } else if (event.getButton() == MouseButton.FORWARD) {
            viewModel.forward();
        }
    }
}
