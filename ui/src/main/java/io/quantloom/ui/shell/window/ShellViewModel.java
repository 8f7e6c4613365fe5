package io.quantloom.ui.shell.window;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Notifications;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.palette.CommandRegistry;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.theme.Theme;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the window: where it is, what runs, what was told. */
final class ShellViewModel implements Navigator, Notifications {

    private static final int KEPT_NOTICES = 200;

    /** A notice and when it came. */
    record KeptNotice(Notice notice, Instant at) {}

    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Supplier<ShellStatus> status;
    private final Texts texts = Texts.of("shell");
    private final PageHistory history = new PageHistory();
    private final CommandRegistry commands = new CommandRegistry();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ReadOnlyObjectWrapper<ShellStatus> shownStatus = new ReadOnlyObjectWrapper<>(new ShellStatus("", 0));
    private final ObservableList<KeptNotice> notices = FXCollections.observableArrayList();
    // Held here: a view of a list hears of changes only as long as somebody holds it.
    private final ObservableList<KeptNotice> readOnlyNotices = FXCollections.unmodifiableObservableList(notices);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private Consumer<Destination> shows = _ -> {};
    private Destination destination = new Destination.Home();
    private boolean readingStatus;

    ShellViewModel(TaskRunner tasks, InstantSource clock, Supplier<ShellStatus> status) {
        this.tasks = tasks;
        this.clock = clock;
        this.status = status;
        tasks.onEnd(this::tellEnd);
    }

    @Override
    public void open(Destination next) {
        history.visit(next);
        go(next);
    }

    void back() {
        history.back().ifPresent(this::go);
    }

    void forward() {
        history.forward().ifPresent(this::go);
    }

    /** An open page is told again: the person may have left its object meanwhile. */
    private void go(Destination next) {
        destination = next;
        shows.accept(next);
    }

    /** Takes who shows a destination. */
    void onOpen(Consumer<Destination> listener) {
        shows = listener;
    }

    void toggleTheme() {
        theme.set(theme.get().other());
    }

    @Override
    public void post(Notice notice) {
        notices.addFirst(new KeptNotice(notice, clock.instant()));
        if (notices.size() > KEPT_NOTICES) {
            notices.removeLast();
        }
        unseen.set(unseen.get() + 1);
    }

    void markSeen() {
        unseen.set(0);
    }

    void clearNotices() {
        notices.clear();
        unseen.set(0);
    }

    /** Reads the facts of the status bar again; one reading at a time. */
    void refreshStatus() {
        if (readingStatus) {
            return;
        }
        readingStatus = true;
        tasks.start(texts.get("status.reading"), _ -> Outcome.success(status.get()))
                .onEnd(outcome -> {
                    readingStatus = false;
                    if (outcome instanceof Outcome.Success<ShellStatus>(ShellStatus now)) {
                        shownStatus.set(now);
                    }
                });
    }

    /** Asks everything that runs to stop. */
    void cancelAll() {
        List.copyOf(tasks.running()).forEach(TaskHandle::cancel);
    }

    private void tellEnd(TaskHandle<?> task) {
        if (!task.spec().isNotable() || !(task.stateProperty().get() instanceof TaskHandle.State.Ended<?> ended)) {
            return;
        }
        Optional<Destination> link = Arrays.stream(Page.values())
                .filter(page -> page.id().equals(task.spec().origin()))
                .findFirst()
                .map(Destination::of);
        switch (ended.outcome()) {
            case Outcome.Success<?> _ -> post(new Notice(Tone.OK, texts.get("task.done", task.title()), "", link));
            case Outcome.Failed<?>(Failure failure) ->
                post(new Notice(
                        Tone.BAD,
                        texts.get("task.failed", task.title()),
                        FailureTexts.sentence(failure) + " " + FailureTexts.action(failure),
                        link));
            case Outcome.Canceled<?> _ ->
                post(new Notice(Tone.MUTED, texts.get("task.canceled", task.title()), "", link));
        }
    }

    CommandRegistry commands() {
        return commands;
    }

    Destination destination() {
        return destination;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    ReadOnlyObjectProperty<ShellStatus> statusProperty() {
        return shownStatus.getReadOnlyProperty();
    }

    ObservableList<KeptNotice> notices() {
        return readOnlyNotices;
    }

    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    ObservableList<TaskHandle<?>> running() {
        return tasks.running();
    }

    Instant now() {
        return clock.instant();
    }
}
