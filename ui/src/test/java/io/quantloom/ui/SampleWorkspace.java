package io.quantloom.ui;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.ReplayFeeds;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.engine.trading.TradingStores;
import io.quantloom.engine.tuning.InMemoryStudyStore;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.paper.StartBotViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A workspace in memory with the sample market, runs, a champion and a bot; made once for all tests of a class. */
final class SampleWorkspace {

    static final Instant NOW = Instant.parse("2026-11-20T14:03:11Z");
    static final Symbol FIRST = new Symbol("ALVORA-USD");

    final Events events = new Events();
    final InstantSource clock = InstantSource.fixed(NOW);
    final BarStore bars = new InMemoryBarStore();
    final RunStore runs = new InMemoryRunStore(Ids.from(new Seeds(7).random()));
    final StudyStore studies = new InMemoryStudyStore();
    final RegistryStore registry = new InMemoryRegistryStore();
    final BotStore bots = new InMemoryBotStore();

    private SampleWorkspace() {}

    static SampleWorkspace empty() {
        return new SampleWorkspace();
    }

    static SampleWorkspace full() {
        SampleWorkspace workspace = new SampleWorkspace();
        new MakeSampleMarket(workspace.bars, workspace.events)
                .run(42, JobContext.none())
                .orThrow();
        RunId champion = workspace.backtest();
        workspace.addRuns();
        workspace.addModel(champion);
        workspace.addBot();
        return workspace;
    }

    Ports ports() {
        return new Ports(bars, runs, studies, registry, bots, new InMemoryPredictionStore());
    }

    UseCases useCases(Checklist checklist) {
        return new UseCases(
                new ImportBars(bars, events),
                new MakeSampleMarket(bars, events),
                new DeleteSeries(bars, events),
                new UseCases.Research(
                        new RunBacktest(bars, ref -> Outcome.failed(missing(ref)), runs, events, clock),
                        Workbench.look(bars, runs, ref -> Outcome.failed(missing(ref))),
                        new PromoteModel(registry, events, clock),
                        new RollBackModel(registry, events, clock)),
                Workbench.training(bars, runs, studies, registry, events, clock),
                trading(),
                () -> checklist,
                _ -> Outcome.success("done"));
    }

    private UseCases.Trading trading() {
        ModelSource models = ref -> Outcome.failed(missing(ref));
        var stores = new TradingStores(bars, registry, bots);
        var active = new ActiveBots(bots, events, clock);
        return new UseCases.Trading(
                active,
                new StartBotViewModel.Sessions(
                        new StartBot(stores, models, active, events, clock),
                        new RunBot(stores, models, active, events),
                        speed -> new ReplayFeeds(bars, speed, (_, _) -> {})),
                new ReconcileBot(stores, models));
    }

    static Checklist checklist(int done) {
        List<Checklist.Item> items = new ArrayList<>();
        List<String> details = List.of(
                "8 instruments, 420,864 bars",
                "7 symbols reached a decision",
                "15 finished runs",
                "1 backtest recorded",
                "alvora-hourly v2 is Champion",
                "alvora-paper, 12 fills");
        for (Checklist.Step step : Checklist.Step.values()) {
            boolean isDone = items.size() < done;
            items.add(new Checklist.Item(step, isDone, isDone ? details.get(items.size()) : ""));
        }
        return new Checklist(items);
    }

    private RunId backtest() {
        BacktestSpec spec = new BacktestSpec(
                new DataRange(FIRST, Optional.of(Timeframe.DAY), Optional.empty(), Optional.empty(), Optional.empty()),
                new StrategySpec.SmaCross(10, 30, true),
                ExecutionSpec.DEFAULT,
                Finalization.LAST_CLOSE,
                42);
        BacktestResult result = new RunBacktest(bars, ref -> Outcome.failed(missing(ref)), runs, events, clock)
                .run(spec, JobContext.none())
                .orThrow();
        return result.run().orElseThrow();
    }

    private static Failure missing(ModelRef ref) {
        return Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), "");
    }

    private void addRuns() {
        RandomGenerator random = new Seeds(9).random();
        Instant started = NOW.minusSeconds(20_000);
        for (int i = 0; i < 16; i++) {
            String symbol = List.of("alvora", "beltri", "corvan", "farlow").get(i % 4);
            boolean refused = symbol.equals("farlow");
            Run run = runs.begin(new RunDraft(
                    "factory",
                    symbol + "-usd trial " + i,
                    Optional.empty(),
                    started.plusSeconds(700L * i),
                    Map.of("max_depth", "3", "eta", "0.05"),
                    refused
                            ? Map.of(
                                    Tags.LEARNER,
                                    "xgboost",
                                    Tags.GATE,
                                    "refused",
                                    Tags.REASON,
                                    "deflated_sharpe 0.31 is not ≥ 0.95")
                            : Map.of(Tags.LEARNER, "xgboost")));
            Instant at = run.started().plusSeconds(60);
            runs.logMetrics(
                    run.id(),
                    List.of(
                            new Metric("sharpe_ratio", random.nextGaussian() + (refused ? -0.5 : 2), at, 0),
                            new Metric("max_drawdown", 0.05 + 0.2 * random.nextDouble(), at, 0),
                            new Metric("trades", 200 + random.nextInt(200), at, 0)));
            RunStatus status = i == 15 ? RunStatus.RUNNING : i == 9 ? RunStatus.INTERRUPTED : RunStatus.FINISHED;
            if (status != RunStatus.RUNNING) {
                runs.setStatus(run.id(), status, at);
            }
        }
    }

    private void addModel(RunId run) {
        String model = "alvora-hourly";
        SeriesKey key = new SeriesKey(FIRST, Timeframe.HOUR, MakeSampleMarket.SOURCE);
        Sha256 hash = Sha256.ofText("sample");
        ModelCard card = new ModelCard(
                "xgboost",
                Hyperparameters.empty(),
                "alpha19",
                hash,
                "triple-barrier 4/4/24",
                key,
                hash,
                hash,
                NOW.minusSeconds(86_400 * 700L),
                NOW.minusSeconds(86_400 * 180L),
                new DecisionRule(0.6, 0.5, true),
                hash,
                42,
                new TreeMap<>());
        List<GateResult> gates = List.of(
                gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1.0), OptionalDouble.empty(), 4.12),
                gate("deflated_sharpe", Gate.Basis.WALK_FORWARD, OptionalDouble.of(0.95), OptionalDouble.empty(), 0.99),
                gate("max_drawdown", Gate.Basis.HOLDOUT, OptionalDouble.empty(), OptionalDouble.of(0.25), 0.11));
        for (int i = 0; i < 3; i++) {
            Instant created = NOW.minusSeconds(86_400L * (3 - i));
            double sharpe = 3.2 + 0.4 * i;
            registry.register(
                    model,
                    number -> new ModelVersion(
                            model,
                            number,
                            created,
                            run,
                            card,
                            gates,
                            new TreeMap<>(Map.of("sharpe_ratio", sharpe, "max_drawdown", 0.11)),
                            new TreeMap<>()));
        }
        move(model, Alias.CHAMPION, 2, gates);
        move(model, Alias.CHALLENGER, 3, gates);
    }

    private static GateResult gate(
            String metric, Gate.Basis basis, OptionalDouble atLeast, OptionalDouble atMost, double actual) {
        return new Gate(metric, basis, atLeast, atMost).check(OptionalDouble.of(actual), "");
    }

    private void move(String model, String alias, int version, List<GateResult> gates) {
        registry.apply(
                        new Transition(
                                model,
                                alias,
                                OptionalInt.empty(),
                                OptionalInt.of(version),
                                Transition.Kind.PROMOTED,
                                "demo",
                                "passed",
                                gates,
                                NOW),
                        Map.of(alias, OptionalInt.of(version)))
                .orThrow();
    }

    private void addBot() {
        SeriesKey key = new SeriesKey(FIRST, Timeframe.HOUR, MakeSampleMarket.SOURCE);
        BarSeries series = bars.load(key).orElseThrow();
        BotSpec spec = new BotSpec(
                "alvora-paper",
                new StrategySpec.SmaCross(10, 30, true),
                new DataRange(FIRST, Optional.of(Timeframe.HOUR), Optional.empty(), Optional.empty(), Optional.empty()),
                ExecutionSpec.DEFAULT,
                0,
                false);
        int from = series.size() - 120;
        Instant start = Instant.ofEpochMilli(series.openTime(from));
        bots.begin(new BotRecord(spec, "", key, start, BotRecord.State.RUNNING, "", NOW));
        double equity = 10_000;
        for (int i = 0; i < 100; i++) {
            double change = series.close(from + i) / series.open(from + i) - 1;
            equity *= 1 + change;
            bots.append(new BotStep(
                    "alvora-paper",
                    i,
                    series.bar(from + i),
                    List.of(),
                    equity,
                    equity,
                    1,
                    series.open(from),
                    Decision.of(Target.LONG, "crossing up"),
                    ""));
        }
    }
}
