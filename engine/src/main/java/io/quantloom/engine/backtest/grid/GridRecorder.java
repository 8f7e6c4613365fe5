package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.regime.Regimes;
import io.quantloom.engine.execution.ExecutionParams;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.Statistic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes one grid down as a run. */
final class GridRecorder {

    private final RunStore runs;
    private final Events events;
    private final InstantSource clock;
    private final GridSpec spec;
    private final BacktestSpec first;

    /** Takes a combination that is possible: what the axes do not name is the same in all of them. */
    GridRecorder(RunStore runs, Events events, InstantSource clock, GridSpec spec, BacktestSpec first) {
        this.runs = runs;
        this.events = events;
        this.clock = clock;
        this.spec = spec;
        this.first = first;
    }

    /** Begins the run, lets the work be done and ends the run with what came of it. */
    Outcome<GridResult> record(
            Selection selection, String specText, Instant began, Supplier<Outcome<GridResult>> work) {
        Run run = runs.begin(draft(selection, began));
        events.publish(new RunEvent.Began(run.id()));
        if (!specText.isBlank()) {
            runs.saveArtifact(run.id(), RunBacktest.SPEC, specText.getBytes(StandardCharsets.UTF_8));
        }
        Outcome<GridResult> outcome = work.get().map(result -> save(run.id(), began, result));
        RunStatus status = switch (outcome) {
            case Outcome.Success<GridResult> _ -> RunStatus.FINISHED;
            case Outcome.Failed<GridResult>(var failure) -> {
                runs.setTags(run.id(), Map.of(Tags.REASON, failure.sentence()));
                yield RunStatus.FAILED;
            }
            case Outcome.Canceled<GridResult> _ -> RunStatus.KILLED;
        };
        runs.setStatus(run.id(), status, clock.instant());
        events.publish(new RunEvent.Ended(run.id(), status));
        return outcome;
    }

    private RunDraft draft(Selection selection, Instant began) {
        BarSeries range = selection.range();
        Map<String, String> tags = new TreeMap<>();
        tags.put(Tags.KIND, "grid");
        tags.put(Tags.SYMBOL, range.key().symbol().name());
        tags.put(Tags.TIMEFRAME, range.key().timeframe().toString());
        tags.put(Tags.DATA_HASH, range.contentHash().hex());
        tags.put(Tags.SEED, Long.toString(spec.seed()));
        Regimes.dominant(List.of(selection.regimes(selection.from())))
                .ifPresent(mostly -> tags.put(Tags.REGIME, mostly.text()));
        selection.instrument().synthetic().ifPresent(reason -> tags.put(Tags.SYNTHETIC, reason));
        Map<String, String> params = new TreeMap<>(ExecutionParams.of(first.execution()));
        params.put("symbol", range.key().symbol().name());
        params.put("timeframe", range.key().timeframe().toString());
        params.put("source", range.key().source());
        params.put("from", Instant.ofEpochMilli(range.openTime(0)).toString());
        params.put("to", Instant.ofEpochMilli(range.openTime(range.size() - 1)).toString());
        params.put(
                "finalize", first.finalization().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        params.put("objective", spec.objective().key());
        params.put("seed", Long.toString(spec.seed()));
        for (GridAxis axis : spec.axes()) {
            // The value of one combination would be mistaken for that of all.
            params.remove(axis.key().substring(axis.key().indexOf('.') + 1));
            params.put("grid." + axis.key(), String.join(", ", axis.values()));
        }
        String name = "grid of "
                + String.join(", ", spec.axes().stream().map(GridAxis::key).toList()) + " on "
                + range.key().symbol() + " " + range.key().timeframe();
        return new RunDraft(RunBacktest.EXPERIMENT, name, Optional.empty(), began, params, tags);
    }

    private GridResult save(RunId run, Instant began, GridResult result) {
        Instant now = clock.instant();
        GridResult recorded = result.ofRun(run, RunGrid.secondsBetween(began, now));
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("combinations", result.table().size(), now, 0));
        metrics.add(new Metric("skipped", result.skipped(), now, 0));
        metrics.add(new Metric("seconds", recorded.seconds(), now, 0));
        for (int row : result.best(1)) {
            log(metrics, now, spec.objective().key(), result.table().inSample(spec.objective(), row));
            log(metrics, now, "neighborhood", result.table().neighborhood(row));
            log(
                    metrics,
                    now,
                    "out_of_sample_" + spec.objective().key(),
                    result.table().outOfSample(spec.objective(), row));
        }
        log(metrics, now, Statistic.DEFLATED_SHARPE.key(), result.deflatedSharpe());
        runs.logMetrics(run, metrics);
        runs.saveArtifact(run, RunGrid.RESULT, GridJson.write(recorded));
        return recorded;
    }

    private static void log(List<Metric> metrics, Instant now, String key, OptionalDouble value) {
        value.ifPresent(number -> metrics.add(new Metric(key, number, now, 0)));
    }
}
