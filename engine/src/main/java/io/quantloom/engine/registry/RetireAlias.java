package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Takes an alias away, so that nothing follows it any more; the version stays. Retiring Champion leaves Previous where it
 * is: a rollback goes there, not back to what was retired.
 */
public final class RetireAlias {

    private final RegistryStore store;
    private final FindModel find;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public RetireAlias(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.find = new FindModel(store);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Retires the alias. NOT_APPLICABLE when it is not set, MISSING_DATA for an unknown model, INVALID for a blank reason,
     * CONFLICT when somebody else moved the alias meanwhile.
     */
    public Outcome<Transition> run(String model, String alias, String reason, String origin) {
        if (reason.isBlank()) {
            return Outcome.failed(
                    Failure.of(Reason.INVALID, "a reason for the retirement", "none", "", "say why, in your words"));
        }
        return find.model(model).then(found -> {
            OptionalInt from = found.version(alias);
            return from.isPresent()
                    ? apply(model, alias, from, reason, origin)
                    : Outcome.failed(Failure.of(
                            Reason.NOT_APPLICABLE,
                            "an alias that is set",
                            alias + ", which is not",
                            model,
                            "nothing needs to be done"));
        });
    }

    private Outcome<Transition> apply(String model, String alias, OptionalInt from, String reason, String origin) {
        var transition = new Transition(
                model,
                alias,
                from,
                OptionalInt.empty(),
                Transition.Kind.RETIRED,
                origin,
                reason,
                List.of(),
                clock.instant());
        Outcome<Transition> outcome = store.apply(transition, Map.of(alias, OptionalInt.empty()));
        if (outcome instanceof Outcome.Success<Transition>(var recorded)) {
            events.publish(recorded);
        }
        return outcome;
    }
}
