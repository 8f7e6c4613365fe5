package io.quantloom.engine.registry;

import io.quantloom.engine.base.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Where registered models live. Transitions are journaled and forced to disk before a method returns. Implementations
 * are safe for use by several threads. Technical faults end as {@link io.quantloom.engine.base.StoreException}.
 */
public interface RegistryStore {

    /** {@return all models, ascending by name} */
    List<RegisteredModel> models();

    /** {@return the model with the name} */
    Optional<RegisteredModel> model(String name);

    /** {@return the versions of the model, newest first} */
    List<ModelVersion> versions(String model);

    /** {@return one version} */
    Optional<ModelVersion> version(String model, int version);

    /** Adds the next version of the model, which the function makes from its number; the model is made with its first. */
    ModelVersion register(String model, IntFunction<ModelVersion> make);

    /**
     * Records the transition and, when it is no refusal, moves its aliases, all in one step.
     *
     * @param moves aliases and where they go; empty: removed. For a refusal: none
     * @return CONFLICT when the transition's alias no longer stands at {@code transition.from()}
     */
    Outcome<Transition> apply(Transition transition, Map<String, OptionalInt> moves);

    /** {@return everything that was decided about the model, newest first} */
    List<Transition> history(String model);
}
