package io.quantloom.engine.training.tracking;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SaveBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The tracked run of one symbol while it is under way: stages are timed and everything is written as it becomes known. */
public final class SymbolRun {

    /** The stages of Loop A, in order. */
    public enum Step {
        INGEST(0.00, 0.01),
        LABEL(0.01, 0.02),
        FEATURES(0.02, 0.04),
        TUNE(0.04, 0.92),
        TRAIN(0.92, 0.94),
        VALIDATE(0.94, 0.95),
        NESTED(0.95, 0.97),
        PLACEBO(0.97, 0.975),
        BACKTEST(0.975, 0.98),
        GATE(0.98, 0.99),
        REGISTER(0.99, 1.00);

        private final double begins;
        private final double ends;

        /** Takes the shares of a symbol's work at which the stage begins and ends: nearly all of it is tuning. */
        Step(double begins, double ends) {
            this.begins = begins;
            this.ends = ends;
        }

        private String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final double NANOS = 1e9;

    private final RunStore runs;
    private final Events events;
    private final InstantSource clock;
    private final Run run;
    private final JobContext context;
    private final List<Stage> stages = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    public SymbolRun(RunStore runs, Events events, InstantSource clock, Run run, JobContext context) {
        this.runs = runs;
        this.events = events;
        this.clock = clock;
        this.run = run;
        this.context = context;
    }

    /** {@return the run's identifier} */
    public RunId id() {
        return run.id();
    }

    /** {@return whether an earlier attempt has measured the holdout} */
    public boolean hasLooked() {
        return RunHoldoutLedger.hasLooked(run);
    }

    /** {@return the asset as the configuration names it} */
    public String symbol() {
        return run.tag(Tags.SYMBOL).orElse(run.name());
    }

    /** {@return the stages that have ended, in order} */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Says what the stage under way did, in a sentence for people. */
    public void says(String line) {
        lines.add(line);
    }

    /** Does the work of a stage and writes how long it took and what it said, whatever came of it. */
    public <T> Outcome<T> stage(Step step, Function<JobContext, Outcome<T>> work) {
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        JobContext part = context.part(step.text(), step.begins, step.ends);
        part.report(new Progress("", 0));
        lines.clear();
        Instant begun = clock.instant();
        Outcome<T> outcome = work.apply(part);
        double seconds = Duration.between(begun, clock.instant()).toNanos() / NANOS;
        if (outcome instanceof Outcome.Failed<T>(var failure)) {
            says("failed: " + failure.sentence());
        }
        stages.add(new Stage(step.text(), seconds, lines));
        artifact(FactoryRuns.STAGES, SymbolReportJson.writeStages(stages));
        metrics(Map.of("stage_seconds." + step.text(), seconds));
        return outcome;
    }

    /** Writes params. */
    public void params(Map<String, ?> params) {
        var texts = new TreeMap<String, String>();
        params.forEach((key, value) -> texts.put(key, value.toString()));
        runs.logParams(run.id(), texts);
        told();
    }

    /** Writes tags. */
    public void tags(Map<String, String> tags) {
        runs.setTags(run.id(), tags);
        told();
    }

    /** Writes one value of each metric. */
    public void metrics(Map<String, Double> values) {
        Instant now = clock.instant();
        runs.logMetrics(
                run.id(),
                new TreeMap<>(values)
                        .entrySet().stream()
                                .map(entry -> new Metric(entry.getKey(), entry.getValue(), now, 0))
                                .toList());
        told();
    }

    /** Writes the statistics that are defined and no times, their keys behind the prefix. */
    public void statistics(String prefix, Statistics statistics) {
        var defined = new TreeMap<String, Double>();
        for (Statistic statistic : Statistic.values()) {
            if (statistic.form() != Statistic.Form.TIME) {
                statistics.get(statistic.key()).ifPresent(value -> defined.put(prefix + statistic.key(), value));
            }
        }
        metrics(defined);
    }

    /** Writes a backtest as a file of the run and returns it as the run's. */
    public BacktestResult backtest(String path, BacktestResult result) {
        return new SaveBacktest(runs).run(run.id(), path, result);
    }

    /** Writes a metric whose value {@code i} is that of step {@code steps[i]}, unless an earlier attempt has done so. */
    public void series(String key, List<Integer> steps, List<Double> values) {
        if (!runs.history(run.id(), key).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var metrics = new ArrayList<Metric>();
        for (int i = 0; i < steps.size(); i++) {
            metrics.add(new Metric(key, values.get(i), now, steps.get(i)));
        }
        runs.logMetrics(run.id(), metrics);
        told();
    }

    /** Writes a file of the run. */
    public void artifact(String path, byte[] content) {
        runs.saveArtifact(run.id(), path, content);
    }

    private void told() {
        events.publish(new RunEvent.Logged(run.id()));
    }
}
