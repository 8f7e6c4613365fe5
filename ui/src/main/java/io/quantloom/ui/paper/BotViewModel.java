package io.quantloom.ui.paper;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.trading.BotControl;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The open bot, bar by bar. What is drawn is conflated to 20 updates a second; every fill and every decision gets into its
 * list: a step that was missed is read from the store.
 */
public final class BotViewModel {

    private static final Texts TEXTS = Texts.of("paper");

    private final OpenBot.Stores stores;
    private final BotControl control;
    private final TaskRunner tasks;
    private final UiEvents events;
    private final BotListViewModel list;
    private final Loader<BotPage> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<DecisionRow> decisions = FXCollections.observableArrayList();
    private final ObservableList<DecisionRow> readOnlyDecisions = FXCollections.unmodifiableObservableList(decisions);
    private final ObservableList<FillRow> fills = FXCollections.observableArrayList();
    private final ObservableList<FillRow> readOnlyFills = FXCollections.unmodifiableObservableList(fills);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Actions> actions = new ReadOnlyObjectWrapper<>(Actions.NONE);
    private Optional<String> name = Optional.empty();
    private @Nullable OpenBot open;
    private boolean catchingUp;

    /** Takes its ports and the list whose selection it follows; starts nothing. */
    BotViewModel(OpenBot.Stores stores, BotControl control, TaskRunner tasks, UiEvents events, BotListViewModel list) {
        this.stores = stores;
        this.control = control;
        this.tasks = tasks;
        this.events = events;
        this.list = list;
        this.loader = new Loader<>(tasks, _ -> false);
        loader.stateProperty().subscribe(this::opened);
    }

    /** Follows the selection and every step of bots. */
    public void attach() {
        subscriptions.add(events.onEvery(BotStep.class, this::follow));
        subscriptions.add(list.selectedProperty().subscribe(this::select));
        if (open != null) {
            // Steps that came while the page was closed.
            catchUp();
        }
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /**
     * What can be asked of the open bot now. Immutable.
     *
     * @param pause whether it can be paused
     * @param resume whether it can be resumed
     * @param flatten whether it can be told to go flat
     * @param stop whether it can be stopped
     * @param run whether its session can go on
     */
    public record Actions(boolean pause, boolean resume, boolean flatten, boolean stop, boolean run) {

        static final Actions NONE = new Actions(false, false, false, false, false);

        static Actions of(BotState state) {
            return new Actions(
                    state == BotState.RUNNING,
                    state == BotState.PAUSED,
                    state.isAlive(),
                    state.isAlive(),
                    !state.isAlive());
        }
    }

    private void select(Optional<BotRow> row) {
        actions.set(row.map(bot -> Actions.of(bot.state())).orElse(Actions.NONE));
        Optional<String> now = row.map(BotRow::name);
        if (!now.equals(name)) {
            name = now;
            problem.set("");
            load();
        }
    }

    /** Reads the open bot again. */
    public void load() {
        open = null;
        decisions.clear();
        fills.clear();
        if (name.isEmpty()) {
            loader.clear();
            return;
        }
        String wanted = name.get();
        loader.loadAnew(
                TEXTS.get("load.bot", wanted),
                _ -> find(wanted).map(bot -> {
                    var steps = new ArrayList<BotStep>();
                    return new BotPage(stores.read(bot, steps), steps);
                }));
    }

    private void opened(ScreenState<BotPage> state) {
        state.shown().filter(page -> page.bot() != open).ifPresent(page -> {
            open = page.bot();
            list(page.first());
            // What happened between the reading and now.
            catchUp();
        });
    }

    private Outcome<BotRecord> find(String wanted) {
        return stores.bots()
                .bot(wanted)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Failure.Reason.MISSING_DATA, "a bot named " + wanted, "none", "bots", "choose another")));
    }

    private void follow(List<BotStep> batch) {
        OpenBot bot = open;
        if (bot == null) {
            return;
        }
        var next = new ArrayList<BotStep>();
        for (BotStep step : batch) {
            if (!step.bot().equals(bot.name())) {
                continue;
            }
            int expected = bot.next();
            if (step.sequence() == expected) {
                bot.add(step);
                next.add(step);
            } else if (step.sequence() > expected) {
                show(bot, next);
                catchUp();
                return;
            } else if (step.sequence() == 0) {
                // A new session began: what is shown is of the old one.
                load();
                return;
            }
        }
        show(bot, next);
    }

    private void show(OpenBot bot, List<BotStep> steps) {
        if (!steps.isEmpty()) {
            list(steps);
            loader.show(new BotPage(bot, List.of()));
        }
    }

    private void list(List<BotStep> steps) {
        // Newest first, added in one piece.
        decisions.addAll(0, steps.reversed().stream().map(DecisionRow::of).toList());
        fills.addAll(
                0,
                steps.reversed().stream()
                        .flatMap(step -> List.<Fill>copyOf(step.fills()).reversed().stream())
                        .map(FillRow::of)
                        .toList());
    }

    private record Missed(long count, List<BotStep> steps) {}

    /** Reads the steps that were not heard of. */
    private void catchUp() {
        OpenBot bot = open;
        if (bot == null || catchingUp) {
            return;
        }
        catchingUp = true;
        int next = bot.next();
        tasks.start(TEXTS.get("load.steps"), _ -> Outcome.success(missed(bot.name(), next)))
                .onEnd(outcome -> {
                    catchingUp = false;
                    if (bot == open && outcome instanceof Outcome.Success<Missed>(Missed missed)) {
                        if (missed.count() < next) {
                            load();
                        } else {
                            follow(missed.steps());
                        }
                    }
                });
    }

    private Missed missed(String bot, int next) {
        return new Missed(stores.bots().stepCount(bot), stores.bots().steps(bot, next));
    }

    /** Keeps the position and opens none. */
    public void pause() {
        ask(TEXTS.get("task.pause"), control::pause);
    }

    /** Decides again. */
    public void resume() {
        ask(TEXTS.get("task.resume"), control::resume);
    }

    /** Closes the position at the next open and pauses; cannot be undone. */
    public void flatten() {
        ask(TEXTS.get("task.flatten"), control::flatten);
    }

    /** Takes no more bars; the session can be continued later. */
    public void stop() {
        ask(TEXTS.get("task.stop"), control::stop);
    }

    private void ask(String title, Function<String, Outcome<BotRecord>> wish) {
        name.ifPresent(bot -> {
            problem.set("");
            tasks.start(title, _ -> wish.apply(bot)).onEnd(outcome -> {
                if (outcome instanceof Outcome.Failed<BotRecord>(Failure failure)) {
                    problem.set(FailureTexts.sentence(failure) + " " + FailureTexts.action(failure));
                }
                list.load();
            });
        });
    }

    /** {@return what the screen shows} */
    public ReadOnlyObjectProperty<ScreenState<BotPage>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return every decision of the session, newest first} */
    public ObservableList<DecisionRow> decisions() {
        return readOnlyDecisions;
    }

    /** {@return every fill of the session, newest first} */
    public ObservableList<FillRow> fills() {
        return readOnlyFills;
    }

    /** {@return the open bot as the list knows it} */
    public ReadOnlyObjectProperty<Optional<BotRow>> botProperty() {
        return list.selectedProperty();
    }

    /** {@return what can be asked of the open bot now} */
    public ReadOnlyObjectProperty<Actions> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** {@return why the last wish was not granted; empty when it was} */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
