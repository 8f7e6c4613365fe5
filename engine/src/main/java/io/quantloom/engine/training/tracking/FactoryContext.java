package io.quantloom.engine.training.tracking;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.TrialRunner;
import java.time.InstantSource;
import java.util.SortedMap;

/**
 * What every symbol of every factory run needs.
 *
 * @param runtime versions of product, JDK, operating system and libraries, for model cards
 * @param active the studies under way
 */
public record FactoryContext(
        FactoryStores stores,
        Learners learners,
        TrialRunner runner,
        Events events,
        InstantSource clock,
        SortedMap<String, String> runtime,
        ActiveStudies active) {

    /** {@return the same on the calling thread, with trials that nobody keeps} */
    public FactoryContext scratch() {
        var forgotten = new FactoryStores(
                stores.bars(),
                stores.runs(),
                new ScratchStudies(),
                stores.artifacts(),
                stores.registry(),
                stores.features());
        return new FactoryContext(
                forgotten, learners, TrialRunner.onCaller(), new Events(), clock, runtime, new ActiveStudies());
    }
}
