package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Global facts left, the running job, the clock and the bell right; always one line of 28 px. */
final class StatusBar {

    private final Texts texts = Texts.of("shell");
    private final ShellViewModel viewModel;
    private final HBox root = Icons.styled(new HBox(12), "status-bar");
    private final Chip sample = new Chip("", Tone.WARN).icon("info");
    private final Label bots = Icons.label("activity", "", "muted");
    private final HBox job = new HBox(8);
    private final Label clock = Icons.label("clock", "", "muted");
    private final Timeline seconds = new Timeline();

    StatusBar(String workspace, ShellViewModel viewModel, Runnable showTasks, Runnable showNotices) {
        this.viewModel = viewModel;
        root.setAlignment(Pos.CENTER_LEFT);
        Label folder = Icons.label("folder", workspace, "muted");
        folder.setId("status-workspace");
        folder.setMinWidth(0);
        folder.setMaxWidth(220);
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folder.setTooltip(new Tooltip(workspace));
        sample.setId("status-sample");
        clock.setId("status-clock");
        job.setAlignment(Pos.CENTER_RIGHT);
        for (Node node : new Node[] {sample, bots}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        root.getChildren().addAll(folder, sample, bots, Icons.spring(), job, divider(), clock, divider());
        root.getChildren().add(bell(showNotices));
        viewModel.statusProperty().subscribe(this::showStatus);
        viewModel.running().addListener((ListChangeListener<TaskHandle<?>>) _ -> showJobs(showTasks));
        showJobs(showTasks);
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> showTime()));
        seconds.setCycleCount(Animation.INDEFINITE);
        showTime();
    }

    Node root() {
        return root;
    }

    /** Lets the clock run while the window is shown. */
    void run(boolean isShown) {
        if (isShown) {
            seconds.play();
        } else {
            seconds.stop();
        }
    }

    private void showTime() {
        clock.setText(Formats.clock(viewModel.now()) + " UTC");
    }

    private void showStatus(ShellStatus status) {
        sample.setText(texts.get("status.sample", status.synthetic()));
        sample.setVisible(!status.synthetic().isEmpty());
        bots.setText(texts.get("status.bots", Formats.count(status.runningBots(), "paper bot")));
        bots.setVisible(status.runningBots() > 0);
    }

    private void showJobs(Runnable showTasks) {
        job.getChildren().clear();
        int running = viewModel.running().size();
        if (running == 0) {
            return;
        }
        job.getChildren().add(TaskRow.small(viewModel.running().getFirst()));
        String text = running > 1 ? texts.get("task.more", running - 1) : "";
        Button all = Icons.iconButton("status-tasks", "list", texts.get("command.tasks"), showTasks, "small");
        all.setText(text);
        job.getChildren().add(all);
    }

    private HBox bell(Runnable showNotices) {
        Button button = Icons.iconButton("status-bell", "bell", texts.get("command.notices"), showNotices, "small");
        Label count = Icons.text("", "badge");
        count.setId("status-unseen");
        count.textProperty().bind(viewModel.unseenProperty().asString());
        count.visibleProperty().bind(viewModel.unseenProperty().greaterThan(0));
        count.managedProperty().bind(count.visibleProperty());
        HBox box = new HBox(2, button, count);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Separator divider() {
        return new Separator(Orientation.VERTICAL);
    }
}
