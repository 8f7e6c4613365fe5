package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What every {@link RegistryStore} asks of a transition, and how it says no. */
public final class RegistryMoves {

    private RegistryMoves() {}

    /**
     * Checks that the moves are those of the transition: none for a refusal, else its alias goes where it says; for the
     * retirement of a version, aliases that are taken away.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static void check(Transition transition, Map<String, OptionalInt> moves) {
        boolean refused = transition.kind() == Transition.Kind.REFUSED;
        boolean fits = transition.isOfVersion()
                ? moves.values().stream().allMatch(OptionalInt::isEmpty)
                : refused ? moves.isEmpty() : transition.to().equals(moves.get(transition.alias()));
        if (!fits) {
            throw new IllegalArgumentException("the moves of a transition of " + transition.model() + "@"
                    + transition.alias() + " must take its alias where it goes, and none when it is refused");
        }
    }

    /**
     * Returns why the transition cannot be applied to the model as it stands: its alias, or an alias of the version it
     * retires, has been moved by somebody else; empty when it can.
     */
    public static Optional<Failure> conflict(
            RegisteredModel now, Transition transition, Map<String, OptionalInt> moves) {
        if (!transition.isOfVersion()) {
            OptionalInt at = now.version(transition.alias());
            return at.equals(transition.from()) ? Optional.empty() : Optional.of(moved(transition, at));
        }
        Set<String> held = now.aliases(transition.from().orElseThrow());
        return held.equals(moves.keySet())
                ? Optional.empty()
                : Optional.of(Failure.of(
                        Failure.Reason.CONFLICT,
                        "version " + text(transition.from()) + " with the aliases " + moves.keySet(),
                        "it with " + held,
                        transition.model(),
                        "look at the model again, then decide again"));
    }

    private static Failure moved(Transition transition, OptionalInt now) {
        return Failure.of(
                Failure.Reason.CONFLICT,
                transition.alias() + " of " + transition.model() + " at " + text(transition.from()),
                "it at " + text(now),
                "",
                "look at the model again, then decide again");
    }

    /** Returns the failure for a model or version that is not there. */
    public static Failure unknown(String what) {
        return Failure.of(
                Failure.Reason.MISSING_DATA,
                "a registered model " + what,
                "none",
                "",
                "list the models with registry list");
    }

    private static String text(OptionalInt version) {
        return version.isPresent() ? "version " + version.getAsInt() : "no version";
    }
}
