package io.quantloom.ui.training;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** How far the work begun here is: what is being done, the share done and the time left. */
public final class WorkView {

    private final Texts texts = Texts.of("training");
    private final HBox root = new HBox(8);

    /** Builds the region over its view model. */
    public WorkView(WorkViewModel viewModel) {
        root.setAlignment(Pos.CENTER_RIGHT);
        root.setMinWidth(0);
        viewModel.underWayProperty().subscribe(work -> {
            root.getChildren().clear();
            work.ifPresent(this::show);
        });
    }

    /** {@return the node to place} */
    public Node root() {
        return root;
    }

    private void show(TaskHandle<?> handle) {
        Label message = Icons.text("", "muted", "small");
        message.setMinWidth(0);
        message.setMaxWidth(260);
        message.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> handle.cancelingProperty().get()
                                ? texts.get("work.canceling")
                                : handle.messageProperty().get(),
                        handle.messageProperty(),
                        handle.cancelingProperty()));
        ProgressBar bar = Icons.styled(new ProgressBar(), "thin");
        bar.setPrefWidth(120);
        bar.progressProperty().bind(handle.fractionProperty().map(f -> Double.isNaN(f.doubleValue()) ? -1 : f));
        Label left = Icons.text("", "muted", "small");
        left.setMinWidth(Label.USE_PREF_SIZE);
        left.textProperty()
                .bind(handle.etaProperty()
                        .map(eta -> eta.map(time -> texts.get("work.left", Formats.about(time)))
                                .orElse("")));
        root.getChildren().setAll(message, bar, left);
    }
}
