package io.quantloom.ui.bench;

import io.quantloom.assets.Assets;
import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.backtest.grid.GridFile;
import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.check.CheckFeatures;
import io.quantloom.engine.dataset.check.Leak;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.adaboost.AdaBoostLearner;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.lightgbm.HistGradientBoostingLearner;
import io.quantloom.engine.model.lightgbm.LightgbmLearner;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import io.quantloom.engine.model.neighbor.NearestNeighborsLearner;
import io.quantloom.engine.model.net.MlpLearner;
import io.quantloom.engine.model.net.NeuralNetLearner;
import io.quantloom.engine.model.svm.SvmLearner;
import io.quantloom.engine.model.xgboost.RandomForestLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.report.CompareBacktests;
import io.quantloom.engine.report.ReportTexts;
import io.quantloom.engine.report.WriteBacktestReport;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.engine.training.RunFactory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.InMemoryStudyStore;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.TrialRunner;
import io.quantloom.ui.UseCases;
import io.quantloom.ui.backtests.BacktestsPorts;
import io.quantloom.ui.factory.FactoryPorts;
import io.quantloom.ui.features.FeaturesPorts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** In-memory stores and real use cases over them, for tests of screens. */
public final class Workbench {

    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

    /** Why its prices are not real. */
    public static final String SYNTHETIC = "random walk, seed 42";

    private static final long HOUR = 3_600_000;
    private static final ModelSource UNKNOWN = ref -> Outcome.failed(Failure.of(
            Failure.Reason.MISSING_DATA, "a registered model", ref.toString(), "registry", "train it first"));

    // One piece of work after the other, on the calling thread.
    private static final WorkRunner WORKER = new WorkRunner() {
        @Override
        public <T> List<T> run(List<Supplier<T>> work) {
            return work.stream().map(Supplier::get).toList();
        }
    };

    /** Prices. */
    public final InMemoryBarStore bars = new InMemoryBarStore();
    /** Runs. */
    public final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(42).random()));
    /** Trials. */
    public final InMemoryStudyStore studies = new InMemoryStudyStore();
    /** Models. */
    public final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    /** What models said. */
    public final InMemoryPredictionStore predictions = new InMemoryPredictionStore();
    /** Bots. */
    public final InMemoryBotStore bots = new InMemoryBotStore();
    /** The hub. */
    public final Events events = new Events();
    /** A clock that stands still. */
    public final InstantSource clock = InstantSource.fixed(NOW);
    /** Runs backtests of rules; models are not known. */
    public final RunBacktest runBacktest = new RunBacktest(bars, UNKNOWN, runs, events, clock);
    /** Opens recorded backtests. */
    public final LoadBacktest loadBacktest = new LoadBacktest(runs);
    /** Looks at recorded backtests; knows no models. */
    public final BacktestsPorts.Look look = look(bars, runs, UNKNOWN);

    /** Returns what is done with recorded backtests. */
    public static BacktestsPorts.Look look(BarStore bars, RunStore runs, ModelSource models) {
        var load = new LoadBacktest(runs);
        return new BacktestsPorts.Look(
                load,
                new LoadAnalysis(runs),
                new AnalyzeBacktest(bars, models, MakeStrategy.builtIn(), runs),
                new LoadGrid(runs),
                new CompareBacktests(new CompareRuns(runs), load),
                new WriteBacktestReport(runs, bars, texts()));
    }

    /** {@return what runs factory configurations, with boosted trees as the one learner} */
    public UseCases.Training training() {
        return training(bars, runs, studies, registry, events, clock);
    }

    /** Returns what runs factory configurations over stores. */
    public static UseCases.Training training(
            BarStore bars,
            RunStore runs,
            StudyStore studies,
            RegistryStore registry,
            Events events,
            InstantSource clock) {
        var learners = new Learners(List.of(
                new XgboostLearner(),
                new RandomForestLearner(),
                new LightgbmLearner(),
                new HistGradientBoostingLearner(),
                new AdaBoostLearner(),
                new LogisticRegressionLearner(),
                new RidgeLearner(),
                new NearestNeighborsLearner(),
                new SvmLearner(),
                new MlpLearner(),
                new NeuralNetLearner(),
                new MajorityLearner()));
        var stores = new FactoryStores(bars, runs, studies, new InMemoryArtifactStore(), registry);
        var factory = new RunFactory(stores, learners, TrialRunner.onCaller(), events, clock, new TreeMap<>());
        var jobs = new FactoryPorts.Jobs() {
            @Override
            public Outcome<FactoryReport> run(FactorySpec spec, JobContext context) {
                return factory.run(spec, context);
            }

            @Override
            public Outcome<FactoryReport> resume(RunId run, JobContext context) {
                return factory.resume(run, context);
            }

            @Override
            public boolean cancel(RunId run) {
                return false;
            }
        };
        FeatureSets sets = FeatureSets.builtIn();
        return new UseCases.Training(
                new FactoryFile(learners),
                jobs,
                new EngineStudies(stores, learners, events, clock),
                new UseCases.Features(
                        sets::all,
                        new DescribeFeatures(bars, sets),
                        (set, series, seed, context) -> new CheckFeatures(bars, sets)
                                .run(set, series, seed, context)
                                .map(report -> report.columns().stream()
                                        .map(column -> new FeaturesPorts.Finding(
                                                column.name(),
                                                column.leak()
                                                        .map(Leak::sentence)
                                                        .orElse(""),
                                                column.defined()))
                                        .toList()),
                        new DescribeLabels(bars)),
                new UseCases.Pool(
                        new TrendModels(registry)::all,
                        (_, _, _) -> Outcome.success(new Partial<>(List.of(), List.of())),
                        (prediction, _) -> Outcome.success(SomeAnswer.of(prediction))));
    }

    private static ReportTexts texts() {
        var properties = new Properties();
        try (var in = new InputStreamReader(Assets.openTexts("statistic"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReportTexts.of(properties);
    }

    /** Stores a random walk of hourly bars that ends at the bench's hour. */
    public BarSeries walk(String symbol, int size, long seed) {
        var random = new SplittableRandom(seed);
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        double drift = 0;
        for (int i = 0; i < size; i++) {
            times[i] = NOW.toEpochMilli() - (size - i) * HOUR;
            drift = 0.985 * drift + 0.0001 * random.nextGaussian();
            double close = last * Math.exp(drift + 0.006 * random.nextGaussian());
            columns[0][i] = last;
            columns[1][i] = Math.max(last, close) * (1 + 0.003 * random.nextDouble());
            columns[2][i] = Math.min(last, close) * (1 - 0.003 * random.nextDouble());
            columns[3][i] = close;
            columns[4][i] = 500 + 1000 * random.nextDouble();
            last = close;
        }
        var key = new SeriesKey(new Symbol(symbol), Timeframe.HOUR, "walk");
        BarSeries series = BarSeries.ofColumns(key, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
        bars.save(
                new Instrument(
                        key.symbol(),
                        "USD",
                        TradingCalendar.CRYPTO_24X7,
                        "",
                        Instrument.UNKNOWN_LOT,
                        false,
                        Optional.of(SYNTHETIC)),
                series);
        return series;
    }

    /** Runs and records a grid of crossings of averages, the last third out of sample. */
    public GridResult grid(String symbol, String axes) {
        String text = """
            data: {symbol: %s}
            strategy: {type: sma-cross, side: long-short}
            execution: {fee: 0.0005}
            out_of_sample: 0.3
            grid: %s
            """.formatted(symbol, axes);
        var ports = new RunGrid.Ports(bars, UNKNOWN, MakeStrategy.builtIn(), runs);
        return GridFile.parse("grid", text)
                .then(spec -> new RunGrid(ports, WORKER, events, clock).run(spec, text, JobContext.none()))
                .orThrow();
    }

    /** Runs and records a crossing of averages. */
    public BacktestResult backtest(String symbol, int fast, int slow) {
        String text = """
            data: {symbol: %s}
            strategy: {type: sma-cross, fast: %d, slow: %d, side: long-short}
            execution: {fee: 0.0005, slippage_bps: 1}
            """.formatted(symbol, fast, slow);
        return BacktestFile.parse("test", text)
                .then(spec -> runBacktest.run(spec, text, JobContext.none()))
                .orThrow();
    }
}
