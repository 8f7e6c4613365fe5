package io.quantloom.engine.registry;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Moves an alias to a version if its gates allow, and records the decision either way. {@code Champion} and
 * {@code Challenger} need gates that were run and all passed; any other alias is a free name without a gate, but
 * {@code Previous} only ever follows {@code Champion}.
 */
public final class PromoteModel {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z]{1,40}");

    private final RegistryStore store;
    private final FindModel find;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public PromoteModel(RegistryStore store, Events events, InstantSource clock) {
        this.store = store;
        this.find = new FindModel(store);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Promotes a version. Moving Champion moves Previous to the old Champion in the same step.
     *
     * @param reason in the person's words, not blank
     * @param origin who asks, see {@link Transition}
     * @return the recorded transition, of kind PROMOTED or REFUSED; MISSING_DATA for an unknown model or version, INVALID
     *     for a blank reason or no alias, NOT_APPLICABLE when the version has the alias already or is retired, or the alias is Previous,
     *     CONFLICT when somebody else moved the alias meanwhile
     */
    public Outcome<Transition> run(String model, int version, String alias, String reason, String origin) {
        Optional<Failure> impossible = check(alias, reason);
        if (impossible.isPresent()) {
            return Outcome.failed(impossible.get());
        }
        return find.version(model, version)
                .then(candidate -> find.model(model).then(found -> decide(found, candidate, alias, reason, origin)));
    }

    private static Optional<Failure> check(String alias, String reason) {
        if (reason.isBlank()) {
            return Optional.of(
                    Failure.of(Reason.INVALID, "a reason for the promotion", "none", "", "say why, in your words"));
        }
        if (!ALIAS.matcher(alias).matches()) {
            return Optional.of(Failure.of(
                    Reason.INVALID, "an alias of 1 to 40 letters", "'" + alias + "'", "", "write it like Champion"));
        }
        if (alias.equals(Alias.PREVIOUS)) {
            return Optional.of(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "an alias that is set by hand",
                    "Previous, which only follows Champion",
                    "",
                    "promote to Champion or Challenger"));
        }
        return Optional.empty();
    }

    private Outcome<Transition> decide(
            RegisteredModel model, ModelVersion candidate, String alias, String reason, String origin) {
        if (find.isRetired(model.name(), candidate.version())) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "a version that is not retired",
                    "version " + candidate.version() + ", which is",
                    model.name(),
                    "register it again, or promote another version"));
        }
        OptionalInt from = model.version(alias);
        if (from.isPresent() && from.getAsInt() == candidate.version()) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "another version than the one that is " + alias,
                    "version " + candidate.version() + ", which is",
                    model.name(),
                    "nothing needs to be done"));
        }
        Optional<String> refusal = needsGates(alias) ? refusal(candidate) : Optional.empty();
        var transition = new Transition(
                model.name(),
                alias,
                from,
                OptionalInt.of(candidate.version()),
                refusal.isPresent() ? Transition.Kind.REFUSED : Transition.Kind.PROMOTED,
                origin,
                refusal.orElse(reason),
                candidate.gates(),
                clock.instant());
        Outcome<Transition> outcome =
                store.apply(transition, refusal.isPresent() ? Map.of() : moves(alias, from, candidate.version()));
        if (outcome instanceof Outcome.Success<Transition>(var recorded)) {
            events.publish(recorded);
        }
        return outcome;
    }

    private static boolean needsGates(String alias) {
        return alias.equals(Alias.CHAMPION) || alias.equals(Alias.CHALLENGER);
    }

    private static Optional<String> refusal(ModelVersion candidate) {
        if (candidate.gates().isEmpty()) {
            return Optional.of("gates were not run on version " + candidate.version());
        }
        if (candidate.isGated()) {
            return Optional.empty();
        }
        return Optional.of(candidate.gates().stream()
                .filter(result -> !result.passed())
                .map(GateResult::reason)
                .collect(Collectors.joining("; ")));
    }

    private static Map<String, OptionalInt> moves(String alias, OptionalInt from, int to) {
        var moves = new TreeMap<String, OptionalInt>();
        moves.put(alias, OptionalInt.of(to));
        if (alias.equals(Alias.CHAMPION) && from.isPresent()) {
            moves.put(Alias.PREVIOUS, from);
        }
        return moves;
    }
}
