package io.quantloom.engine.tour;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.tour.TourReport.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Times the stages of one walk and tells how far it is. */
final class TourClock {

    private static final double NANOS = 1e9;

    private final InstantSource clock;
    private final JobContext context;
    private final List<Stage> stages = new ArrayList<>();
    private double done;

    TourClock(InstantSource clock, JobContext context) {
        this.clock = clock;
        this.context = context;
    }

    /** Does the work of a stage, after which the walk is done up to the share. */
    <T> Outcome<T> stage(String name, double share, Function<JobContext, Outcome<T>> work) {
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        JobContext part = context.part(name, done, share);
        part.report(new Progress("", 0));
        Instant begun = clock.instant();
        Outcome<T> outcome = work.apply(part);
        double seconds = Duration.between(begun, clock.instant()).toNanos() / NANOS;
        done = share;
        if (outcome instanceof Outcome.Success) {
            stages.add(new Stage(name, "done", seconds));
        }
        return outcome;
    }

    /** Notes a stage that had nothing to do. */
    void skip(String name) {
        stages.add(new Stage(name, "skipped", 0));
    }

    /** {@return the stages so far, in order} */
    List<Stage> stages() {
        return List.copyOf(stages);
    }
}
