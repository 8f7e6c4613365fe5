package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.execution.ExecutionParams;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes one backtest down as a run: params before it, metrics and the result after it. */
final class BacktestRecorder {

    private final RunStore runs;
    private final InstantSource clock;
    private final BacktestSpec spec;
    private final Selection selection;

    BacktestRecorder(RunStore runs, InstantSource clock, BacktestSpec spec, Selection selection) {
        this.runs = runs;
        this.clock = clock;
        this.spec = spec;
        this.selection = selection;
    }

    /** What a person calls the strategy, for example {@code sma-cross 10/20 long-short}. */
    static String title(StrategySpec strategy) {
        return switch (strategy) {
            case StrategySpec.SmaCross cross ->
                "sma-cross " + cross.fast() + "/" + cross.slow() + " " + side(cross.longShort());
            case StrategySpec.Model model -> model.model().toString();
        };
    }

    Run begin(Optional<ModelCard> card, String version) {
        BarSeries range = selection.range();
        Map<String, String> tags = new TreeMap<>();
        tags.put(Tags.KIND, "backtest");
        tags.put(Tags.SYMBOL, range.key().symbol().name());
        tags.put(Tags.TIMEFRAME, range.key().timeframe().toString());
        tags.put(Tags.DATA_HASH, range.contentHash().hex());
        tags.put(Tags.SEED, Long.toString(spec.seed()));
        selection.instrument().synthetic().ifPresent(reason -> tags.put(Tags.SYNTHETIC, reason));
        card.ifPresent(made -> {
            tags.put(Tags.LEARNER, made.learner());
            tags.put(Tags.DATASET, made.datasetFingerprint().hex());
        });
        Map<String, String> params = params(range);
        if (!version.isEmpty()) {
            params.put("model_version", version);
        }
        String name = title(spec.strategy()) + " on " + range.key().symbol() + " "
                + range.key().timeframe();
        return runs.begin(new RunDraft(RunBacktest.EXPERIMENT, name, Optional.empty(), clock.instant(), params, tags));
    }

    /** Logs what came out and returns it as the result of the run. */
    BacktestResult record(RunId run, BacktestResult result) {
        Instant now = clock.instant();
        List<Metric> metrics = new ArrayList<>();
        for (Statistic statistic : Statistic.values()) {
            if (statistic.form() != Statistic.Form.TIME) {
                result.statistics()
                        .get(statistic.key())
                        .ifPresent(value -> metrics.add(new Metric(statistic.key(), value, now, 0)));
            }
        }
        runs.logMetrics(run, metrics);
        BacktestResult recorded = result.ofRun(run);
        runs.saveArtifact(run, RunBacktest.RESULT, BacktestJson.write(recorded));
        if (result.isRuined()) {
            runs.setTags(run, Map.of(Tags.REASON, result.statistics().notes().get("total_return")));
        }
        return recorded;
    }

    RunStatus fail(RunId run, Failure failure) {
        runs.setTags(run, Map.of(Tags.REASON, failure.sentence()));
        return RunStatus.FAILED;
    }

    private Map<String, String> params(BarSeries range) {
        Map<String, String> params = new TreeMap<>();
        params.put("symbol", range.key().symbol().name());
        params.put("timeframe", range.key().timeframe().toString());
        params.put("source", range.key().source());
        params.put("from", Instant.ofEpochMilli(range.openTime(0)).toString());
        params.put("to", Instant.ofEpochMilli(range.openTime(range.size() - 1)).toString());
        strategyParams(params);
        params.putAll(ExecutionParams.of(spec.execution()));
        params.put(
                "finalize", spec.finalization().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        params.put("seed", Long.toString(spec.seed()));
        return params;
    }

    private void strategyParams(Map<String, String> params) {
        switch (spec.strategy()) {
            case StrategySpec.SmaCross cross -> {
                params.put("strategy", "sma-cross");
                params.put("fast", Integer.toString(cross.fast()));
                params.put("slow", Integer.toString(cross.slow()));
                params.put("side", side(cross.longShort()));
            }
            case StrategySpec.Model model -> {
                params.put("strategy", "model");
                params.put("model", model.model().toString());
                model.threshold().ifPresent(value -> params.put("threshold", Double.toString(value)));
                model.exitThreshold().ifPresent(value -> params.put("exit_threshold", Double.toString(value)));
                model.longShort().ifPresent(value -> params.put("side", side(value)));
            }
        }
    }

    private static String side(boolean longShort) {
        return longShort ? "long-short" : "long";
    }
}
