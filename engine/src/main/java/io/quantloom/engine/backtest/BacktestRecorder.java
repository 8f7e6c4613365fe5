package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.portfolio.PortfolioMarket;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.Regimes;
import io.quantloom.engine.execution.ExecutionParams;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategyText;
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
    private final Instrument instrument;
    private final BarSeries range;
    private final Sha256 dataHash;
    private final Optional<MarketRegime> regime;

    BacktestRecorder(RunStore runs, InstantSource clock, BacktestSpec spec, Selection selection) {
        this(
                runs,
                clock,
                spec,
                selection.instrument(),
                selection.range(),
                selection.range().contentHash(),
                Regimes.dominant(List.of(selection.regimes(firstTested(spec, selection)))));
    }

    /** {@return the first bar that is traded for the result: that of the first test window, or of the range} */
    private static int firstTested(BacktestSpec spec, Selection selection) {
        BarSeries series = selection.series();
        return spec.plan() instanceof BacktestPlan.WalkForward plan
                ? series.firstAtOrAfter(
                        series.openTime(selection.from()) + plan.train().toMillis())
                : selection.from();
    }

    private BacktestRecorder(
            RunStore runs,
            InstantSource clock,
            BacktestSpec spec,
            Instrument instrument,
            BarSeries range,
            Sha256 dataHash,
            Optional<MarketRegime> regime) {
        this.runs = runs;
        this.clock = clock;
        this.spec = spec;
        this.instrument = instrument;
        this.range = range;
        this.dataHash = dataHash;
        this.regime = regime;
    }

    /** The recorder of a portfolio: one line of bars stands for all, the hash is that of all bars. */
    static BacktestRecorder ofPortfolio(
            RunStore runs,
            InstantSource clock,
            BacktestSpec spec,
            BacktestPlan.Portfolio plan,
            PortfolioMarket market) {
        double[] none = new double[plan.symbols().size()];
        return new BacktestRecorder(
                runs, clock, spec, market.instrument(), market.held(none), market.contentHash(), market.regime());
    }

    /**
     * Begins the run.
     *
     * @param card of the model that decides
     * @param provenance more params: which version or jar decides
     */
    Run begin(Optional<ModelCard> card, Map<String, String> provenance) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(Tags.KIND, "backtest");
        tags.put(Tags.SYMBOL, range.key().symbol().name());
        tags.put(Tags.TIMEFRAME, range.key().timeframe().toString());
        tags.put(Tags.DATA_HASH, dataHash.hex());
        tags.put(Tags.SEED, Long.toString(spec.seed()));
        regime.ifPresent(mostly -> tags.put(Tags.REGIME, mostly.text()));
        instrument.synthetic().ifPresent(reason -> tags.put(Tags.SYNTHETIC, reason));
        card.ifPresent(made -> {
            tags.put(Tags.LEARNER, made.learner());
            tags.put(Tags.DATASET, made.datasetFingerprint().hex());
        });
        Map<String, String> params = params(provenance);
        String name = StrategyText.title(spec.strategy()) + " on " + range.key().symbol() + " "
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

    private Map<String, String> params(Map<String, String> provenance) {
        Map<String, String> params = new TreeMap<>();
        params.put("symbol", range.key().symbol().name());
        params.put("timeframe", range.key().timeframe().toString());
        params.put("source", range.key().source());
        params.put("from", Instant.ofEpochMilli(range.openTime(0)).toString());
        params.put("to", Instant.ofEpochMilli(range.openTime(range.size() - 1)).toString());
        params.putAll(StrategyText.params(spec.strategy()));
        params.putAll(provenance);
        params.putAll(spec.plan().params());
        params.putAll(ExecutionParams.of(spec.execution()));
        params.put(
                "finalize", spec.finalization().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        params.put("seed", Long.toString(spec.seed()));
        return params;
    }
}
