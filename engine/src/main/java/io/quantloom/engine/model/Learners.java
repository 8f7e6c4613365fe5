package io.quantloom.engine.model;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalog of learners by name, as composed at start. Immutable and safe for use by several threads. */
public final class Learners {

    private final Map<String, Learner> byName = new LinkedHashMap<>();

    /**
     * Takes the learners in the order in which they are listed.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public Learners(List<Learner> learners) {
        for (Learner learner : learners) {
            if (byName.put(learner.name(), learner) != null) {
                throw new IllegalArgumentException("two learners named " + learner.name());
            }
        }
    }

    /** {@return the names in their order} */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Returns the learner with the name. MISSING_DATA when there is none. */
    public Outcome<Learner> named(String name) {
        Learner learner = byName.get(name);
        return learner != null ? Outcome.success(learner) : Outcome.failed(unknown(List.of(name)));
    }

    /** Returns the learners with the names, in their order. MISSING_DATA naming all that there are not. */
    public Outcome<List<Learner>> named(List<String> names) {
        List<String> unknown =
                names.stream().filter(name -> !byName.containsKey(name)).toList();
        return unknown.isEmpty()
                ? Outcome.success(names.stream().map(byName::get).toList())
                : Outcome.failed(unknown(unknown));
    }

    private Failure unknown(List<String> names) {
        return Failure.of(
                Reason.MISSING_DATA,
                "learners among " + String.join(", ", byName.keySet()),
                String.join(", ", names),
                "learners",
                "");
    }
}
