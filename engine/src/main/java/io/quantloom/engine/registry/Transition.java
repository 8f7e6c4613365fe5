package io.quantloom.engine.registry;

import io.quantloom.engine.base.Event;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A decision about an alias: moved, or refused by a gate. Kept for ever, journaled before it is told. Immutable.
 *
 * @param model name of the registered model
 * @param alias which alias; empty for the retirement of a version
 * @param from version it stood at before; empty when it was not set
 * @param to version it should go to; empty when it is removed
 * @param kind what happened
 * @param origin who asked: {@code factory}, {@code cli}, {@code desktop}, {@code api}, {@code demo}
 * @param reason in the words of who asked, or why it was refused
 * @param gates what was measured; empty when gates were not run
 * @param at when
 */
public record Transition(
        String model,
        String alias,
        OptionalInt from,
        OptionalInt to,
        Kind kind,
        String origin,
        String reason,
        List<GateResult> gates,
        Instant at)
        implements Event {

    /** Copies the list and checks that what has no alias is the retirement of a version. */
    public Transition {
        gates = List.copyOf(gates);
        if (alias.isEmpty() && (kind != Kind.RETIRED || from.isEmpty() || to.isPresent())) {
            throw new IllegalArgumentException("a transition without an alias retires a version");
        }
    }

    /** {@return whether it retires the version {@code from} itself, with all aliases it has, rather than an alias} */
    public boolean isOfVersion() {
        return alias.isEmpty();
    }

    /** What happened to the alias. */
    public enum Kind {
        /** The alias points at the version. */
        PROMOTED,
        /** A gate refused; nothing moved. */
        REFUSED,
        /** The alias went back to the version before. */
        ROLLED_BACK,
        /** The alias was removed, or the version was retired with all its aliases. */
        RETIRED
    }
}
