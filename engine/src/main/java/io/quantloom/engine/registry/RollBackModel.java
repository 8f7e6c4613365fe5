package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Sets Champion back to Previous, and Previous to what was Champion (unset when there was none), so that a second
 * rollback undoes the first. Asks no gate: the version has been Champion before.
 */
public final class RollBackModel {

    private final RegistryStore store;
    private final FindModel find;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public RollBackModel(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.find = new FindModel(store);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Rolls the model back. NOT_APPLICABLE when there is no Previous, MISSING_DATA for an unknown model, INVALID for a
     * blank reason, CONFLICT when somebody else moved Champion meanwhile.
     */
    public Outcome<Transition> run(String model, String reason, String origin) {
        if (reason.isBlank()) {
            return Outcome.failed(
                    Failure.of(Reason.INVALID, "a reason for the rollback", "none", "", "say why, in your words"));
        }
        return find.model(model).then(found -> {
            OptionalInt previous = found.version(Alias.PREVIOUS);
            return previous.isPresent()
                    ? find.version(model, previous.getAsInt()).then(back -> apply(found, back, reason, origin))
                    : Outcome.failed(Failure.of(
                            Reason.NOT_APPLICABLE,
                            "a version that was Champion before",
                            "no Previous",
                            model,
                            "promote another version instead"));
        });
    }

    private Outcome<Transition> apply(RegisteredModel model, ModelVersion back, String reason, String origin) {
        OptionalInt champion = model.version(Alias.CHAMPION);
        var transition = new Transition(
                model.name(),
                Alias.CHAMPION,
                champion,
                OptionalInt.of(back.version()),
                Transition.Kind.ROLLED_BACK,
                origin,
                reason,
                back.gates(),
                clock.instant());
        Outcome<Transition> outcome = store.apply(
                transition, Map.of(Alias.CHAMPION, OptionalInt.of(back.version()), Alias.PREVIOUS, champion));
        if (outcome instanceof Outcome.Success<Transition>(var recorded)) {
            events.publish(recorded);
        }
        return outcome;
    }
}
