package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All jobs: stage, progress, time left, cancel. Opens above the status bar. */
final class TaskPopover {

    static final String ID = "tasks";

    private final Texts texts = Texts.of("shell");
    private final ObservableList<TaskHandle<?>> running;
    private final VBox root = Icons.styled(new VBox(), "popover");
    private final VBox rows = new VBox();
    // Held here, referenced weakly by the list: the listener goes when the popover does.
    private final ListChangeListener<TaskHandle<?>> listener = _ -> fill();

    TaskPopover(ObservableList<TaskHandle<?>> running) {
        this.running = running;
        root.setId(ID);
        root.setPrefWidth(400);
        root.setMaxSize(400, Region.USE_PREF_SIZE);
        root.getChildren().addAll(Icons.text(texts.get("tasks.title"), "popover-title"), rows);
        root.setUserData(this);
        running.addListener(new WeakListChangeListener<>(listener));
        fill();
    }

    Node root() {
        return root;
    }

    private void fill() {
        if (running.isEmpty()) {
            rows.getChildren().setAll(Icons.text(texts.get("tasks.none"), "muted", "popover-none"));
        } else {
            rows.getChildren().setAll(running.stream().map(TaskRow::large).toList());
        }
    }
}
