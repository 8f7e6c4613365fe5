package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows one thing above the page without covering it; a click beside it or Escape closes it. */
final class PopoverLayer {

    private final StackPane root = Icons.styled(new StackPane(), "popover-layer");
    private @Nullable Node focusBefore;

    PopoverLayer() {
        root.setVisible(false);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (root.equals(event.getTarget())) {
                close();
            }
        });
    }

    Node root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    boolean shows(String id) {
        return isOpen() && root.getChildren().stream().anyMatch(node -> id.equals(node.getId()));
    }

    void show(Node node, Pos position, Insets margin) {
        StackPane.setAlignment(node, position);
        StackPane.setMargin(node, margin);
        if (!isOpen() && root.getScene() != null) {
            focusBefore = root.getScene().getFocusOwner();
        }
        root.getChildren().setAll(node);
        root.setVisible(true);
        node.requestFocus();
    }

    void close() {
        root.getChildren().clear();
        root.setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }
}
