package io.quantloom.ui.paper;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.Reconciliation;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Whether the open bot traded as its twin, the backtest of the same bars, does. Asked for, and when a session ends. */
public final class TwinViewModel {

    private static final Texts TEXTS = Texts.of("paper");

    /**
     * What is known of the twin. Immutable.
     *
     * @param text a few words for the badge
     * @param tone of the badge
     * @param details every difference, a line each
     */
    public record Badge(String text, Tone tone, String details) {}

    private final ReconcileBot reconcileBot;
    private final TaskRunner tasks;
    private final BotListViewModel list;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(unknown());
    private Subscription subscription = Subscription.EMPTY;
    private Optional<BotRow> shown = Optional.empty();
    private @Nullable TaskHandle<Reconciliation> current;

    /** Takes the use case and the list whose selection it follows; starts nothing. */
    public TwinViewModel(ReconcileBot reconcileBot, TaskRunner tasks, BotListViewModel list) {
        this.reconcileBot = reconcileBot;
        this.tasks = tasks;
        this.list = list;
    }

    /** Follows the open bot. */
    public void attach() {
        subscription = list.selectedProperty().subscribe(this::follow);
    }

    /** Follows nothing any more. */
    public void detach() {
        subscription.unsubscribe();
    }

    private void follow(Optional<BotRow> now) {
        boolean other = !now.map(BotRow::name).equals(shown.map(BotRow::name));
        boolean moved = !now.equals(shown);
        shown = now;
        if (other) {
            badge.set(unknown());
        }
        if (moved && now.filter(bot -> !bot.state().isAlive()).isPresent()) {
            check();
        }
    }

    /** Compares the open bot with its twin. */
    public void check() {
        if (current != null) {
            current.cancel();
        }
        current = null;
        shown.ifPresent(bot -> {
            badge.set(new Badge(TEXTS.get("twin.checking"), Tone.NEUTRAL, ""));
            var spec = new TaskSpec(TEXTS.get("task.twin", bot.name()), TaskLane.COMPUTING, false, "");
            TaskHandle<Reconciliation> handle = tasks.start(spec, context -> reconcileBot.run(bot.name(), context));
            current = handle;
            handle.onEnd(outcome -> {
                if (handle == current) {
                    current = null;
                    badge.set(badge(outcome));
                }
            });
        });
    }

    private static Badge badge(Outcome<Reconciliation> outcome) {
        return switch (outcome) {
            case Outcome.Success<Reconciliation>(Reconciliation found) -> {
                String bars = Formats.count(found.steps(), "bar");
                boolean equal = found.isClean();
                yield new Badge(
                        equal
                                ? TEXTS.get("twin.equal", bars)
                                : TEXTS.get("twin.differs", found.differences().size()),
                        equal ? Tone.OK : Tone.BAD,
                        equal ? TEXTS.get("twin.equal.details", bars) : String.join("\n", found.differences()));
            }
            case Outcome.Failed<Reconciliation>(Failure failure) ->
                new Badge(TEXTS.get("twin.failed"), Tone.WARN, FailureTexts.line(failure));
            case Outcome.Canceled<Reconciliation> _ -> unknown();
        };
    }

    private static Badge unknown() {
        return new Badge(TEXTS.get("twin.unknown"), Tone.NEUTRAL, TEXTS.get("twin.unknown.details"));
    }

    /** {@return what is known of the twin} */
    public ReadOnlyObjectProperty<Badge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }
}
