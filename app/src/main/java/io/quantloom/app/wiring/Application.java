package io.quantloom.app.wiring;

import io.quantloom.app.config.ProductVersion;
import io.quantloom.app.lifecycle.CommandHost;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.SwitchingHost;
import io.quantloom.app.lifecycle.WorkspaceLog;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.ExportFeatures;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.check.CheckFeatures;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.dataset.label.ExportLabels;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.ReplayFeed;
import io.quantloom.engine.market.SetCalendar;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.explanation.ExplainServedModel;
import io.quantloom.engine.model.explanation.ExplainSpec;
import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.FindSeriesUses;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegisterStrategy;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.RetireAlias;
import io.quantloom.engine.registry.RetireVersion;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.report.CompareBacktests;
import io.quantloom.engine.report.WriteBacktestReport;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.custom.StrategyJars;
import io.quantloom.engine.tour.ReadChecklist;
import io.quantloom.engine.tour.TakeTour;
import io.quantloom.engine.tour.TourPaper;
import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.ReplayFeeds;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.engine.trading.TradingStores;
import io.quantloom.engine.training.RunFactory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.search.FindStudies;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.EnqueueTrial;
import io.quantloom.engine.workspace.WorkspaceReport;
import io.quantloom.persistence.H2Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/** An open workspace with every use case on it. Closing it closes the store. */
public final class Application implements AutoCloseable {

    private final Path folder;
    private final Stores stores;
    private final Events events = new Events();
    private final Supplier<WorkspaceReport> report;
    private final Runnable close;
    private final SwitchingHost host = new SwitchingHost(new NoHost());
    private final MarketFeatures market;
    private final DatasetFeatures dataset;
    private final RegistryFeatures registry;
    private final BacktestFeatures backtests;
    private final TrainingFeatures training;
    private final StudyFeatures studies;
    private final TradingFeatures trading;
    private final TourFeatures tour;
    private final PredictionFeatures predictions;
    private final ComputePool pool = new ComputePool();

    Application(Path folder, Stores stores, InstantSource clock, Supplier<WorkspaceReport> report, Runnable close) {
        this.folder = folder;
        this.stores = stores;
        this.report = report;
        this.close = close;
        this.market = market(stores, events);
        this.dataset = dataset(folder, stores);
        var strategies = new MakeStrategy(new StrategyJars(folder.resolve("strategies")));
        this.backtests = backtests(stores, dataset.sets(), strategies, events, clock, pool);
        this.registry = registry(stores, dataset.sets(), backtests.runBacktest(), events, clock);
        var active = new ActiveStudies();
        this.training = training(stores, dataset.sets(), events, clock, pool, active);
        this.studies = studies(stores, dataset.sets(), events, clock, pool, active);
        this.trading = trading(stores, dataset.sets(), strategies, events, clock);
        this.tour = tour(clock);
        this.predictions = predictions(stores, dataset.sets(), clock);
    }

    /** Opens the workspace for this process alone, see {@link ApplicationOpener}. */
    public static Outcome<Application> open(Path workspace) {
        InstantSource clock = InstantSource.system();
        Ids ids = Ids.from(new SecureRandom());
        return H2Workspace.open(workspace, clock, ids, ProductVersion.text()).map(store -> {
            WorkspaceLog log = WorkspaceLog.open(store.folder());
            var stores = new Stores(
                    store.bars(),
                    store.runs(),
                    store.artifacts(),
                    store.studies(),
                    store.registry(),
                    store.bots(),
                    store.predictions());
            return new Application(store.folder(), stores, clock, store::report, () -> {
                try (log) {
                    store.close();
                }
            });
        });
    }

    /** {@return the folder of the workspace} */
    public Path folder() {
        return folder;
    }

    /** {@return what the workspace holds} */
    public WorkspaceReport report() {
        return report.get();
    }

    /** {@return the ports, for reading} */
    public Stores stores() {
        return stores;
    }

    /** {@return the hub of what happens} */
    public Events events() {
        return events;
    }

    /** {@return who runs the commands of other processes here} */
    public SwitchingHost host() {
        return host;
    }

    /** {@return the use cases of market data} */
    public MarketFeatures market() {
        return market;
    }

    /** {@return the use cases of features and labels} */
    public DatasetFeatures dataset() {
        return dataset;
    }

    /** {@return the use cases of the registry} */
    public RegistryFeatures registry() {
        return registry;
    }

    /** {@return the use cases of backtests} */
    public BacktestFeatures backtests() {
        return backtests;
    }

    /** {@return the use cases of Loop A} */
    public TrainingFeatures training() {
        return training;
    }

    /** {@return the use cases of studies} */
    public StudyFeatures studies() {
        return studies;
    }

    /** {@return the use cases of Loop B} */
    public TradingFeatures trading() {
        return trading;
    }

    /** {@return the use cases of the first run} */
    public TourFeatures tour() {
        return tour;
    }

    /** {@return the use cases of predictions} */
    public PredictionFeatures predictions() {
        return predictions;
    }

    /** {@return the threads that calculate} */
    public ComputePool pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        close.run();
    }

    private static MarketFeatures market(Stores stores, Events events) {
        return new MarketFeatures(
                new ImportBars(stores.bars(), events),
                new MakeSampleMarket(stores.bars(), events),
                new FindSeries(stores.bars()),
                new SetCalendar(stores.bars(), events),
                new DeleteSeries(stores.bars(), events),
                new FindSeriesUses(stores.runs(), stores.registry()));
    }

    private static DatasetFeatures dataset(Path folder, Stores stores) {
        FeatureSets sets = FeatureSets.of(folder.resolve("features"), stores.bars());
        return new DatasetFeatures(
                sets,
                new ExportFeatures(stores.bars(), sets),
                new CheckFeatures(stores.bars(), sets),
                new DescribeFeatures(stores.bars(), sets),
                new ExportLabels(stores.bars()),
                new DescribeLabels(stores.bars()));
    }

    private static RegistryFeatures registry(
            Stores stores, FeatureSets sets, RunBacktest backtest, Events events, InstantSource clock) {
        return new RegistryFeatures(
                new FindModel(stores.registry()),
                new PromoteModel(stores.registry(), events, clock),
                new RollBackModel(stores.registry(), events, clock),
                new RetireAlias(stores.registry(), events, clock),
                new RetireVersion(stores.registry(), events, clock),
                new RegisterStrategy(
                        backtest, stores.runs(), stores.artifacts(), stores.registry(), RuntimeVersions.all(), clock),
                new ExplainServedModel(models(stores, sets), stores.bars(), ExplainSpec.usual()));
    }

    private static BacktestFeatures backtests(
            Stores stores,
            FeatureSets sets,
            MakeStrategy strategies,
            Events events,
            InstantSource clock,
            ComputePool pool) {
        var grid = new RunGrid.Ports(stores.bars(), models(stores, sets), strategies, stores.runs());
        var load = new LoadBacktest(stores.runs());
        var evidence = new BacktestFeatures.Evidence(
                new AnalyzeBacktest(stores.bars(), models(stores, sets), strategies, stores.runs()),
                new LoadAnalysis(stores.runs()),
                new CompareBacktests(new CompareRuns(stores.runs()), load),
                new WriteBacktestReport(stores.runs(), stores.bars(), StatisticTexts.read()));
        return new BacktestFeatures(
                new RunBacktest(stores.bars(), models(stores, sets), strategies, stores.runs(), events, clock),
                load,
                new RunGrid(grid, pool.trialRunner(), events, clock),
                new LoadGrid(stores.runs()),
                evidence);
    }

    private static TradingFeatures trading(
            Stores stores, FeatureSets sets, MakeStrategy strategies, Events events, InstantSource clock) {
        var trading = new TradingStores(stores.bars(), stores.registry(), stores.bots());
        var active = new ActiveBots(stores.bots(), events, clock);
        return new TradingFeatures(
                new StartBot(trading, models(stores, sets), strategies, active, events, clock),
                new RunBot(trading, models(stores, sets), strategies, active, events),
                new ReconcileBot(trading, models(stores, sets), strategies),
                active,
                speed -> new ReplayFeeds(stores.bars(), speed, new RealPause()));
    }

    private TourFeatures tour(InstantSource clock) {
        var paper = new TourPaper(
                trading.startBot(),
                trading.runBot(),
                trading.replay().apply(ReplayFeed.MAX_SPEED),
                trading.reconcileBot(),
                stores.bots());
        return new TourFeatures(
                new ReadChecklist(stores.bars(), stores.runs(), stores.registry(), stores.bots()),
                new TakeTour(
                        market.makeSampleMarket(),
                        training.file(),
                        training.runFactory(),
                        stores.runs(),
                        registry.promoteModel(),
                        paper,
                        clock));
    }

    private static PredictionFeatures predictions(Stores stores, FeatureSets sets, InstantSource clock) {
        var models = new TrendModels(stores.registry());
        return new PredictionFeatures(
                models,
                new PredictBatch(models, models(stores, sets), sets, stores.bars(), stores.predictions(), clock));
    }

    private static ModelSource models(Stores stores, FeatureSets sets) {
        return new RegisteredModels(stores.registry(), stores.artifacts(), LearnerCatalog.byName(), sets);
    }

    private static TrainingFeatures training(
            Stores stores,
            FeatureSets sets,
            Events events,
            InstantSource clock,
            ComputePool pool,
            ActiveStudies active) {
        var learners = LearnerCatalog.byName();
        var factory = new FactoryStores(
                stores.bars(), stores.runs(), stores.studies(), stores.artifacts(), stores.registry(), sets);
        return new TrainingFeatures(
                new FactoryFile(learners, sets),
                new RunFactory(factory, learners, pool.trialRunner(), events, clock, RuntimeVersions.all(), active),
                new FactoryRuns(stores.runs()),
                new RunCancellations(events));
    }

    private static StudyFeatures studies(
            Stores stores,
            FeatureSets sets,
            Events events,
            InstantSource clock,
            ComputePool pool,
            ActiveStudies active) {
        var factory = new FactoryStores(
                stores.bars(), stores.runs(), stores.studies(), stores.artifacts(), stores.registry(), sets);
        return new StudyFeatures(
                new RunStudies(factory, LearnerCatalog.byName(), pool.trialRunner(), events, clock, active),
                new FindStudies(stores.studies(), stores.runs(), active),
                active,
                new EnqueueTrial(stores.studies(), active, events, clock));
    }

    /** The host until somebody says how commands are run. */
    private static final class NoHost implements CommandHost {
        @Override
        public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
            throw new IllegalStateException("nobody has said how to run " + request);
        }

        @Override
        public boolean raise() {
            return false;
        }
    }
}
