package io.quantloom.ui.control;

import io.quantloom.engine.base.Failure;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.text.FailureTexts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * Renders the five states of a screen or panel: the empty text, progress with elapsed time and a way to cancel, the
 * content, the content under a banner, the failure with a way to try again. A load shorter than 300 ms shows nothing.
 *
 * @param <T> type of the data
 */
public final class StatePane<T> extends StackPane {

    private static final Duration QUIET = Duration.millis(300);

    private final Node empty;
    private boolean isFramed;
    private final Runnable retry;
    private final Banner banner = new Banner(Tone.WARN);
    private final VBox filled;
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final Label elapsed = Icons.text("", "muted", "small");
    private final Timeline seconds;
    private long loadingSince;

    /** Takes the state to follow, the content, the empty state, and what loads again. */
    public StatePane(ObservableValue<ScreenState<T>> state, Node content, Node empty, Runnable retry) {
        this.empty = empty;
        this.retry = retry;
        filled = new VBox(banner, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("state-pane");
        setMinSize(0, 0);
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> showElapsed()));
        seconds.setCycleCount(Animation.INDEFINITE);
        state.subscribe(this::render);
        // An animation of a pane that is no longer shown would keep it alive.
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                seconds.stop();
            }
        });
    }

    /** Puts the texts of this state into a panel of their own, for a pane that stands on the window's ground. */
    public StatePane<T> framed() {
        isFramed = true;
        filled.setSpacing(8);
        getChildren().forEach(this::frame);
        return this;
    }

    private void frame(Node node) {
        if (isFramed && !node.equals(filled) && !node.getStyleClass().contains("panel")) {
            node.getStyleClass().add("panel");
        }
    }

    private void put(Node node) {
        frame(node);
        getChildren().setAll(node);
    }

    private void render(ScreenState<T> state) {
        quiet.stop();
        seconds.stop();
        switch (state) {
            case ScreenState.Empty<T> _ -> put(empty);
            case ScreenState.Loading<T>(TaskHandle<?> task) -> {
                getChildren().clear();
                loadingSince = System.nanoTime();
                quiet.setOnFinished(_ -> put(loading(task)));
                quiet.playFromStart();
            }
            case ScreenState.Content<T> _ -> {
                banner.hide();
                getChildren().setAll(filled);
            }
            case ScreenState.Partial<T>(T _, List<Failure> failures) -> {
                partial(failures);
                getChildren().setAll(filled);
            }
            case ScreenState.Failed<T>(Failure failure) -> put(failed(failure));
        }
    }

    private Node loading(TaskHandle<?> task) {
        ProgressBar bar = Icons.styled(new ProgressBar(), "thin");
        bar.setPrefWidth(260);
        bar.progressProperty().bind(task.fractionProperty().map(f -> Double.isNaN(f.doubleValue()) ? -1 : f));
        Label message = Icons.text("", "muted");
        message.textProperty().bind(task.messageProperty());
        Button cancel = Icons.styled(new Button("Cancel"), "cancel-button");
        cancel.setOnAction(_ -> task.cancel());
        cancel.disableProperty().bind(task.cancelingProperty());
        cancel.textProperty().bind(task.cancelingProperty().map(now -> now ? "Canceling…" : "Cancel"));
        showElapsed();
        seconds.playFromStart();
        VBox box = Icons.styled(
                new VBox(8, Icons.text(task.title(), "empty-title"), bar, message, elapsed, cancel), "empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void showElapsed() {
        elapsed.setText(Formats.duration(java.time.Duration.ofNanos(System.nanoTime() - loadingSince)));
    }

    private void partial(List<Failure> failures) {
        String words = failures.size() == 1
                ? FailureTexts.line(failures.getFirst())
                : Formats.count(failures.size(), "part") + " could not be shown";
        banner.show(
                words,
                Icons.link("state-retry", "Try again", retry),
                Icons.link("state-copy", "Copy details", () -> copy(failures)));
    }

    private Node failed(Failure failure) {
        Label why = Icons.text(FailureTexts.sentence(failure), "muted", "wrap");
        why.setMaxWidth(520);
        why.setTextAlignment(TextAlignment.CENTER);
        Label action = Icons.text(FailureTexts.action(failure), "wrap");
        action.setMaxWidth(520);
        action.setAlignment(Pos.CENTER);
        action.setTextAlignment(TextAlignment.CENTER);
        HBox buttons = new HBox(
                8,
                Icons.button("state-retry", "refresh-cw", "Try again", retry),
                Icons.flat("state-copy", "copy", "Copy details", () -> copy(List.of(failure))));
        buttons.setAlignment(Pos.CENTER);
        VBox box = new VBox(
                8,
                Icons.of("x-octagon", "empty-icon", "tone-bad"),
                Icons.text(FailureTexts.title(failure), "empty-title"),
                why,
                action,
                buttons,
                details(failure));
        box.setAlignment(Pos.CENTER);
        return Icons.styled(box, "empty-state");
    }

    private static Node details(Failure failure) {
        Label text = Icons.text(detailsOf(failure), "mono", "wrap");
        TitledPane pane = new TitledPane("Details", text);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setMaxWidth(520);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }

    private static String detailsOf(Failure failure) {
        return failure.reason()
                + ": "
                + failure.sentence()
                + failure.cause().map(cause -> "\n" + cause).orElse("");
    }

    private static void copy(List<Failure> failures) {
        ClipboardContent content = new ClipboardContent();
        content.putString(failures.stream().map(StatePane::detailsOf).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
