package io.quantloom.engine.tuning.bench;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.tpe.Samplers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs one study for each seed on a function with a known minimum, one trial at a time, and stores nothing. */
public final class RunBench {

    private final WorkRunner runner;

    /** Takes who computes the studies; the result does not depend on it. */
    public RunBench(WorkRunner runner) {
        this.runner = runner;
    }

    /**
     * Runs the studies of the seeds 0 to {@code seeds − 1}.
     *
     * @param seeds above zero
     * @param trials of each study, above zero
     */
    public Outcome<BenchResult> run(
            BenchFunction function, SamplerName sampler, int seeds, int trials, JobContext context) {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds are above zero, were " + seeds);
        }
        var done = new AtomicInteger();
        var work = new ArrayList<Supplier<Optional<Double>>>();
        for (int seed = 0; seed < seeds; seed++) {
            Seeds root = new Seeds(seed);
            work.add(() -> {
                Optional<Double> best = study(function, sampler, root, trials, context);
                int ended = done.incrementAndGet();
                context.report(Progress.of("seed " + ended + " of " + seeds, ended, seeds));
                return best;
            });
        }
        var best = new ArrayList<Double>();
        runner.run(work).forEach(each -> each.ifPresent(best::add));
        return best.size() < seeds ? Outcome.canceled() : Outcome.success(new BenchResult(best));
    }

    private static Optional<Double> study(
            BenchFunction function, SamplerName name, Seeds seeds, int trials, JobContext context) {
        var spec = new StudySpec(
                function.text(), "", function.space(), trials, 1, new SearchMethod(name, PrunerName.NONE));
        Sampler sampler = Samplers.of(spec, seeds);
        var told = new ArrayList<Trial>();
        double best = Double.POSITIVE_INFINITY;
        long most = Math.min(trials, sampler.most(function.space()));
        for (int number = 0; number < most; number++) {
            if (context.isCanceled()) {
                return Optional.empty();
            }
            Hyperparameters parameters = sampler.propose(function.space(), number, List.copyOf(told));
            double value = function.value(parameters);
            best = Math.min(best, value);
            told.add(complete(function, number, parameters, value));
        }
        return Optional.of(best);
    }

    // Samplers maximise.
    private static Trial complete(BenchFunction function, int number, Hyperparameters parameters, double value) {
        return new Trial(
                function.text(),
                number,
                State.COMPLETE,
                parameters,
                OptionalDouble.of(-value),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                "");
    }
}
