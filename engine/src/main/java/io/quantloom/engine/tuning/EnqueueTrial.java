package io.quantloom.engine.tuning;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks for a trial with parameters a person chose. It gets the lowest number nobody was asked for, so it is tried next: with
 * the next batch of a study under way, else as soon as the study is resumed. It takes the place of a proposal; a study is
 * never longer than it was begun. As everything a sampler is told, it stands in the store before the batch it belongs to is
 * proposed: so 1 and n workers, and a study that is killed and resumed, still give the same trials.
 */
public final class EnqueueTrial {

    private final StudyStore store;
    private final ActiveStudies active;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports. */
    public EnqueueTrial(StudyStore store, ActiveStudies active, Events events, InstantSource clock) {
        this.store = store;
        this.active = active;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enqueues the trial; it is WAITING.
     *
     * @param texts parameters by name, as {@link AskedParameters} reads them
     * @return MISSING_DATA for an unknown study, INVALID with a sentence for each fault, NOT_APPLICABLE where no trial is left
     */
    public Outcome<Trial> run(String study, Map<String, String> texts) {
        return store.study(study)
                .map(found -> enqueue(found.spec(), texts))
                .orElseGet(() -> Outcome.failed(
                        Failure.of(Reason.MISSING_DATA, "a study " + study, "none", "", "list them with study list")));
    }

    private Outcome<Trial> enqueue(StudySpec spec, Map<String, String> texts) {
        AskedParameters asked = AskedParameters.of(spec.space(), texts);
        if (!asked.isRight()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "parameters the study may try",
                    String.join("; ", asked.faults().values()),
                    spec.id(),
                    "correct them"));
        }
        Outcome<Trial> added = active.adding(spec.id(), from -> add(spec, asked, from));
        if (added instanceof Outcome.Success<Trial> _) {
            events.publish(new StudyEvent(spec.id()));
        }
        return added;
    }

    private Outcome<Trial> add(StudySpec spec, AskedParameters asked, int from) {
        Set<Integer> taken = store.trials(spec.id()).stream().map(Trial::number).collect(Collectors.toSet());
        int number = from;
        while (taken.contains(number)) {
            number++;
        }
        if (number >= spec.trials()) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "a trial that is left to ask for",
                    "all " + spec.trials() + " were asked for",
                    spec.id(),
                    "run a configuration with these parameters, or one with more trials"));
        }
        Trial trial = Trial.waiting(spec.id(), number, asked.parameters(), clock.instant());
        store.save(spec.family(), trial);
        return Outcome.success(trial);
    }
}
