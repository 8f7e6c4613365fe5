package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One running task, small in the status bar and larger in the popover. */
final class TaskRow {

    private static final Texts TEXTS = Texts.of("shell");

    private TaskRow() {}

    static Node small(TaskHandle<?> task) {
        ProgressBar bar = bar(task);
        bar.setPrefWidth(120);
        bar.setMinWidth(120);
        Label title = Icons.text(task.title());
        title.setMaxWidth(220);
        Label left = Icons.text("", "muted");
        left.textProperty().bind(left(task));
        HBox box = new HBox(8, title, bar, left, cancel(task, "status-cancel"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    static Node large(TaskHandle<?> task) {
        ProgressBar bar = bar(task);
        bar.setMaxWidth(Double.MAX_VALUE);
        Label left = Icons.text("", "muted", "small");
        left.textProperty().bind(left(task));
        HBox head = new HBox(8, Icons.text(task.title()), Icons.spring(), left, cancel(task, "task-cancel"));
        head.setAlignment(Pos.CENTER_LEFT);
        Label message = Icons.text("", "muted", "small");
        message.textProperty().bind(task.messageProperty());
        return Icons.styled(new VBox(4, head, bar, message), "task-row");
    }

    private static ProgressBar bar(TaskHandle<?> task) {
        ProgressBar bar = Icons.styled(new ProgressBar(), "thin");
        bar.progressProperty().bind(task.fractionProperty().map(f -> Double.isNaN(f.doubleValue()) ? -1 : f));
        bar.setAccessibleText(task.title());
        return bar;
    }

    private static ObservableValue<String> left(TaskHandle<?> task) {
        return Bindings.createStringBinding(
                () -> {
                    if (task.cancelingProperty().get()) {
                        return TEXTS.get("task.canceling");
                    }
                    double fraction = task.fractionProperty().get();
                    String share = Double.isNaN(fraction) ? "" : Formats.share(fraction, 0);
                    String time = task.etaProperty()
                            .get()
                            .map(eta -> TEXTS.get("task.left", Formats.about(eta)))
                            .orElse("");
                    return share + (share.isEmpty() || time.isEmpty() ? "" : " · ") + time;
                },
                task.cancelingProperty(),
                task.fractionProperty(),
                task.etaProperty());
    }

    private static Button cancel(TaskHandle<?> task, String id) {
        Button cancel = Icons.iconButton(id, "x", "Cancel " + task.title(), task::cancel, "small");
        cancel.disableProperty().bind(task.cancelingProperty());
        return cancel;
    }
}
