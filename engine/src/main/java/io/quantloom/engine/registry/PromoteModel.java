package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;

/** Moves an alias to a version if its gates allow, and records the decision either way. */
public final class PromoteModel {

    private final RegistryStore store;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public PromoteModel(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Promotes a version. Moving Champion moves Previous to the old Champion in the same step.
     *
     * @param reason in the person's words, not blank
     * @param origin who asks, see {@link Transition}
     * @return the recorded transition, of kind PROMOTED or REFUSED; MISSING_DATA for an unknown model or version
     */
    public Outcome<Transition> run(String model, int version, String alias, String reason, String origin) {
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE,
                "this part",
                "" + "" + store + events.hashCode() + clock + model + version + alias + reason + origin,
                "",
                ""));
    }
}
