package io.quantloom.ui.home;

import io.quantloom.engine.base.Event;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Where things stand and what to do next. */
public final class HomeViewModel {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final List<Class<? extends Event>> KINDS =
            List.of(RunEvent.class, MarketEvent.class, Transition.class, BotStep.class);

    private final HomePorts ports;
    private final ReadHome read;
    private final TaskRunner tasks;
    private final UiEvents events;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Texts texts = Texts.of("home");
    private final Loader<HomeContent> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper whyNoLoop = new ReadOnlyStringWrapper("");
    private boolean reading;
    private boolean readAgain;

    /** Takes its ports, who runs work, events, who opens pages and who asks; starts nothing. */
    public HomeViewModel(HomePorts ports, TaskRunner tasks, UiEvents events, Navigator navigator, Dialogs dialogs) {
        this.ports = ports;
        this.tasks = tasks;
        this.events = events;
        this.navigator = navigator;
        this.dialogs = dialogs;
        read = new ReadHome(ports);
        loader = new Loader<>(tasks, _ -> false);
    }

    /** Follows the engine and reads. */
    public void attach() {
        subscriptions.add(events.onAny(PAUSE, this::refresh, KINDS));
        refresh();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Reads again; while a read is under way, once more after it. */
    public void refresh() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        loader.load(texts.get("reading"), read::run).onEnd(_ -> readNext());
    }

    private void readNext() {
        reading = false;
        if (readAgain) {
            readAgain = false;
            refresh();
        }
    }

    /** Runs the whole loop on the sample market, once at a time. */
    public void runLoop() {
        if (!whyNoLoop.get().isEmpty()) {
            return;
        }
        whyNoLoop.set(texts.get("loop.running"));
        start(ports.tour().loop());
    }

    private <T> void start(TaskRunner.Work<T> loop) {
        TaskHandle<T> handle =
                tasks.start(TaskSpec.training(texts.get("loop.task")).from(Page.HOME.id()), loop);
        handle.onEnd(_ -> {
            whyNoLoop.set("");
            refresh();
        });
    }

    /** Asks whether to remove every synthetic series, and removes them; models and runs stay. */
    public void removeSample() {
        dialogs.confirm(
                new Dialogs.Confirmation(
                        texts.get("sample.remove.title"),
                        texts.get("sample.remove.text"),
                        texts.get("sample.remove"),
                        true),
                () -> tasks.start(
                        TaskSpec.job(texts.get("sample.remove")).from(Page.HOME.id()), this::deleteSynthetic));
    }

    private Outcome<Integer> deleteSynthetic(JobContext context) {
        List<SeriesKey> keys = ports.bars().catalog().stream()
                .filter(entry -> entry.instrument().synthetic().isPresent())
                .map(CatalogEntry::key)
                .toList();
        int done = 0;
        for (SeriesKey key : keys) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(key.toString(), done, keys.size()));
            if (ports.deleteSeries().run(key) instanceof Outcome.Failed<SeriesKey>(Failure failure)) {
                return Outcome.failed(failure);
            }
            done++;
        }
        return Outcome.success(done);
    }

    /** Opens the page of a step of the checklist. */
    public void openStep(String step) {
        navigator.open(HomeSteps.destination(step));
    }

    /** Opens a run. */
    public void openRun(HomeContent.RunRow row) {
        navigator.open(new Destination.Experiments(List.of(new RunId(row.id()))));
    }

    /** Opens where a tile or a thing that waits leads. */
    public void open(Destination destination) {
        navigator.open(destination);
    }

    /** Opens all runs. */
    public void openRuns() {
        navigator.open(Destination.of(Page.EXPERIMENTS));
    }

    /** {@return what to show} */
    public ReadOnlyObjectProperty<ScreenState<HomeContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return why the loop cannot be run now; empty when it can} */
    public ReadOnlyStringProperty whyNoLoopProperty() {
        return whyNoLoop.getReadOnlyProperty();
    }
}
