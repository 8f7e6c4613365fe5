package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;

/** Sets Champion back to Previous, and Previous to what was Champion. */
public final class RollBackModel {

    private final RegistryStore store;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public RollBackModel(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Rolls the model back. NOT_APPLICABLE when there is no Previous. */
    public Outcome<Transition> run(String model, String reason, String origin) {
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE,
                "this part",
                "" + "" + store + events.hashCode() + clock + model + reason + origin,
                "",
                ""));
    }
}
