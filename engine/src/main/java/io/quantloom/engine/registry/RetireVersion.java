package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Retires a version for good: every alias it has is taken away, its history and files stay, it cannot be promoted any more
 * and no bot starts with it. What follows from it is registered as a new version.
 */
public final class RetireVersion {

    private final RegistryStore store;
    private final FindModel find;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public RetireVersion(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.find = new FindModel(store);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Retires the version. MISSING_DATA for an unknown model or version, INVALID for a blank reason, NOT_APPLICABLE when it
     * is retired already, CONFLICT when somebody else moved one of its aliases meanwhile.
     */
    public Outcome<Transition> run(String model, int version, String reason, String origin) {
        if (reason.isBlank()) {
            return Outcome.failed(
                    Failure.of(Reason.INVALID, "a reason for the retirement", "none", "", "say why, in your words"));
        }
        return find.version(model, version).then(_ -> find.model(model)).then(found -> {
            if (find.isRetired(model, version)) {
                return Outcome.failed(Failure.of(
                        Reason.NOT_APPLICABLE,
                        "a version that is not retired",
                        "version " + version + ", which is",
                        model,
                        "nothing needs to be done"));
            }
            return apply(found, version, reason, origin);
        });
    }

    private Outcome<Transition> apply(RegisteredModel model, int version, String reason, String origin) {
        Map<String, OptionalInt> moves = new TreeMap<>();
        model.aliases(version).forEach(alias -> moves.put(alias, OptionalInt.empty()));
        var transition = new Transition(
                model.name(),
                "",
                OptionalInt.of(version),
                OptionalInt.empty(),
                Transition.Kind.RETIRED,
                origin,
                reason,
                List.of(),
                clock.instant());
        Outcome<Transition> outcome = store.apply(transition, moves);
        if (outcome instanceof Outcome.Success<Transition>(var recorded)) {
            events.publish(recorded);
        }
        return outcome;
    }
}
