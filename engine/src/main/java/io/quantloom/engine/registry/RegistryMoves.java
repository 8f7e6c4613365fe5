package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import java.util.Map;
import java.util.OptionalInt;

/** What every {@link RegistryStore} asks of a transition, and how it says no. */
public final class RegistryMoves {

    private RegistryMoves() {}

    /**
     * Checks that the moves are those of the transition: none for a refusal, else its alias goes where it says.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static void check(Transition transition, Map<String, OptionalInt> moves) {
        boolean refused = transition.kind() == Transition.Kind.REFUSED;
        boolean fits = refused ? moves.isEmpty() : transition.to().equals(moves.get(transition.alias()));
        if (!fits) {
            throw new IllegalArgumentException("the moves of a transition of " + transition.model() + "@"
                    + transition.alias() + " must take its alias where it goes, and none when it is refused");
        }
    }

    /** Returns the failure for an alias that somebody else has moved. */
    public static Failure moved(Transition transition, OptionalInt now) {
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
