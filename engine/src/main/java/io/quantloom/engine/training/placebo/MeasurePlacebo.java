package io.quantloom.engine.training.placebo;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.twin.PlaceboTwins;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a pipeline over placebo twins of a series. Twin i is made and scored with seeds of its own, so that the result is the
 * same at any number of threads and more twins leave the first ones as they were. Safe for use by several threads.
 */
public final class MeasurePlacebo {

    private final WorkRunner runner;

    /**
     * Takes where twins are scored.
     *
     * @param runner runs one piece of work for each twin; each holds its own copy of the series while it runs
     */
    public MeasurePlacebo(WorkRunner runner) {
        this.runner = runner;
    }

    /**
     * Scores every twin.
     *
     * @param score name of what is measured
     * @param bars the real series, at least three bars
     * @param real the pipeline's score on it, finite
     * @param seeds of this placebo alone
     * @return CALCULATION_FAILED when the pipeline fails on more than half of the twins, with the first reason: then what is
     *     left says little
     */
    public Outcome<Placebo> run(
            String score,
            BarSeries bars,
            double real,
            PlaceboSpec spec,
            Pipeline pipeline,
            Seeds seeds,
            JobContext context) {
        var twins = new PlaceboTwins(bars, spec.method(), spec.drift());
        var done = new AtomicInteger();
        List<Supplier<Outcome<Double>>> work = IntStream.range(0, spec.twins())
                .<Supplier<Outcome<Double>>>mapToObj(i -> () -> {
                    if (context.isCanceled()) {
                        return Outcome.canceled();
                    }
                    Seeds own = seeds.child("placebo/" + i);
                    Outcome<Double> scored =
                            pipeline.score(twins.twin(own.child("twin")), own.child("pipeline"), context.quiet());
                    context.report(Progress.of("placebo", done.incrementAndGet(), spec.twins()));
                    return scored;
                })
                .toList();
        return collected(score, real, spec, bars, runner.run(work));
    }

    private static Outcome<Placebo> collected(
            String score, double real, PlaceboSpec spec, BarSeries bars, List<Outcome<Double>> results) {
        List<Double> scores = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Outcome<Double> result : results) {
            switch (result) {
                case Outcome.Success<Double>(var value) when Double.isFinite(value) -> scores.add(value);
                case Outcome.Success<Double>(var value) -> {
                    scores.add(Double.NaN);
                    reasons.add("a score of " + value);
                }
                case Outcome.Failed<Double>(var failure) -> {
                    scores.add(Double.NaN);
                    reasons.add(failure.sentence());
                }
                case Outcome.Canceled<Double> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        if (2 * reasons.size() > results.size()) {
            return Outcome.failed(Failure.of(
                    Reason.CALCULATION_FAILED,
                    "a score on at least half of the placebo twins",
                    reasons.size() + " of " + results.size() + " failed, the first with: " + reasons.getFirst(),
                    bars.key().toString(),
                    ""));
        }
        return Outcome.success(
                new Placebo(score, spec.method().text(), spec.drift().text(), scores, real));
    }
}
