package io.quantloom.ui;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.ReplayFeeds;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.engine.trading.TradingStores;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.paper.StartBotViewModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A workspace after some research: factory runs with trials, backtests, versions, a bot that trades. */
final class ResearchSample {

    static final String MODEL = "vega-hourly";
    private static final int BARS = 6_000;
    private static final int UNSEEN = 300;
    private static final double THRESHOLD = 0.58;

    final Workbench bench = new Workbench();
    boolean modelsGone;
    private final RandomGenerator random = new Seeds(7).random();

    /** A workspace without anything in it. */
    static ResearchSample empty() {
        return new ResearchSample();
    }

    static ResearchSample full() {
        var sample = new ResearchSample();
        for (String symbol : List.of("VEGA", "LYRA", "TERRA")) {
            sample.bench.walk(symbol, BARS, symbol.hashCode());
        }
        sample.addBacktests();
        List<RunId> made = sample.addFactory();
        sample.addModels(made);
        sample.addBot();
        return sample;
    }

    private void addBacktests() {
        bench.backtest("VEGA", 24, 96);
        bench.backtest("LYRA", 12, 48);
        bench.backtest("TERRA", 20, 120);
        bench.grid(
                "VEGA",
                "{strategy.fast: [6, 9, 12, 16, 20, 24, 30, 36], strategy.slow: [48, 60, 72, 96, 120, 144, 192]}");
    }

    /** One factory run with three symbols; each copies the backtest of a rule as if a model had made it. */
    private List<RunId> addFactory() {
        Instant begin = Workbench.NOW.minusSeconds(90_000);
        Run factory = bench.runs.begin(new RunDraft(
                "weekly", "weekly factory", Optional.empty(), begin, Map.of(), Map.of(Tags.KIND, "factory")));
        var made = new ArrayList<RunId>();
        int[][] windows = {{20, 100}, {24, 96}, {30, 140}, {18, 90}};
        for (int i = 0; i < windows.length; i++) {
            made.add(symbolRun(factory, "VEGA", i, windows[i]));
        }
        made.add(symbolRun(factory, "LYRA", 4, new int[] {16, 70}));
        made.add(symbolRun(factory, "TERRA", 5, new int[] {10, 30}));
        bench.runs.setStatus(factory.id(), RunStatus.FINISHED, begin.plusSeconds(3_000));
        return made;
    }

    private RunId symbolRun(Run factory, String symbol, int index, int[] windows) {
        RunId backtest = bench.backtest(symbol, windows[0], windows[1]).run().orElseThrow();
        Instant started = Workbench.NOW.minusSeconds(86_000 - 4_000L * index);
        boolean refused = index >= 4;
        var tags = new TreeMap<String, String>(Map.of(
                Tags.KIND,
                "symbol",
                Tags.SYMBOL,
                symbol,
                Tags.LEARNER,
                "xgboost",
                Tags.GATE,
                refused ? "refused" : "passed",
                Tags.SYNTHETIC,
                Workbench.SYNTHETIC));
        if (refused) {
            tags.put(Tags.REASON, "sharpe_ratio 0.41 is not ≥ 1.0");
        }
        Run run = bench.runs.begin(new RunDraft(
                "weekly",
                symbol.toLowerCase(Locale.ROOT) + "-hourly " + index,
                Optional.of(factory.id()),
                started,
                params(index),
                tags));
        bench.runs
                .find(backtest)
                .orElseThrow()
                .metrics()
                .forEach((key, value) -> bench.runs.logMetrics(run.id(), List.of(new Metric(key, value, started, 0))));
        for (int step = 0; step < 30; step++) {
            double best = 1.4 - Math.exp(-0.12 * step * (1 + 0.2 * index)) + 0.05 * random.nextGaussian();
            bench.runs.logMetrics(
                    run.id(), List.of(new Metric("objective", best - 0.1 * index, started.plusSeconds(step), step)));
        }
        String json =
                new String(bench.runs.loadArtifact(backtest, RunBacktest.RESULT).orThrow(), StandardCharsets.UTF_8);
        long split = Workbench.NOW.minusSeconds(3_600L * BARS / 4).toEpochMilli();
        bench.runs.saveArtifact(
                run.id(),
                RunBacktest.RESULT,
                ("{\"out_of_sample_from\":" + split + "," + json.substring(1)).getBytes(StandardCharsets.UTF_8));
        bench.runs.saveArtifact(
                run.id(),
                RunBacktest.SPEC,
                bench.runs.loadArtifact(backtest, RunBacktest.SPEC).orThrow());
        bench.runs.saveArtifact(run.id(), "model/model.ubj", new byte[48_210]);
        trials(run, symbol, index);
        bench.runs.setStatus(run.id(), RunStatus.FINISHED, started.plusSeconds(190 + 20L * index));
        return run.id();
    }

    private static Map<String, String> params(int index) {
        return Map.of(
                "max_depth",
                Integer.toString(2 + index % 3),
                "eta",
                "0.05",
                "rounds",
                Integer.toString(60 + 15 * index),
                "threshold",
                String.format(Locale.ROOT, "%.2f", 0.57 + 0.01 * index),
                "label",
                index % 2 == 0 ? "triple-barrier" : "forward-return",
                "min_child_weight",
                index == 3 ? "200" : "100");
    }

    private void trials(Run parent, String symbol, int index) {
        for (int trial = 0; trial < 6; trial++) {
            Instant started = parent.started().plusSeconds(10 + 20L * trial);
            Run run = bench.runs.begin(new RunDraft(
                    "weekly",
                    parent.name() + " trial " + trial,
                    Optional.of(parent.id()),
                    started,
                    Map.of(
                            "max_depth", Integer.toString(2 + random.nextInt(3)),
                            "rounds", Integer.toString(40 + random.nextInt(80)),
                            "threshold", String.format(Locale.ROOT, "%.3f", 0.57 + 0.06 * random.nextDouble()),
                            "min_child_weight", Integer.toString(30 + random.nextInt(170))),
                    Map.of(Tags.KIND, "trial", Tags.SYMBOL, symbol, Tags.LEARNER, "xgboost")));
            bench.runs.logMetrics(
                    run.id(),
                    List.of(
                            new Metric("sharpe_ratio", 0.8 + 0.7 * random.nextGaussian(), started, 0),
                            new Metric("max_drawdown", 0.06 + 0.14 * random.nextDouble(), started, 0),
                            new Metric("total_return", 0.3 * random.nextGaussian(), started, 0),
                            new Metric("trades", 120 + random.nextInt(200), started, 0)));
            boolean last = index == 5 && trial == 5;
            RunStatus status = index == 4 && trial == 2 ? RunStatus.FAILED : RunStatus.FINISHED;
            if (!last) {
                bench.runs.setStatus(run.id(), status, started.plusSeconds(18));
            }
        }
    }

    private void addModels(List<RunId> runs) {
        for (int i = 0; i < 4; i++) {
            register(MODEL, runs.get(i), i == 2 ? 0.61 : 1.2 + 0.3 * i, i == 2);
        }
        var promote = new PromoteModel(bench.registry, bench.events, bench.clock);
        promote.run(MODEL, 1, "Champion", "first model that passes", "factory").orThrow();
        promote.run(MODEL, 3, "Champion", "let me see", "desktop").orThrow();
        promote.run(MODEL, 2, "Champion", "holdout Sharpe better by 0.3 at equal drawdown", "desktop")
                .orThrow();
        promote.run(MODEL, 4, "Challenger", "weekly factory", "factory").orThrow();
        ModelVersion ungated = version("lyra-hourly", 1, runs.get(4), 0.4, List.of());
        bench.registry.register("lyra-hourly", _ -> ungated);
    }

    private void register(String model, RunId run, double sharpe, boolean fails) {
        var gates = List.of(
                new Gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1), OptionalDouble.empty())
                        .check(OptionalDouble.of(sharpe), ""),
                fails
                        ? new Gate(
                                        "deflated_sharpe",
                                        Gate.Basis.WALK_FORWARD,
                                        OptionalDouble.of(0.95),
                                        OptionalDouble.empty())
                                .check(OptionalDouble.empty(), "the returns have no variance")
                        : new Gate(
                                        "deflated_sharpe",
                                        Gate.Basis.WALK_FORWARD,
                                        OptionalDouble.of(0.95),
                                        OptionalDouble.empty())
                                .check(OptionalDouble.of(0.968), ""),
                new Gate("max_drawdown", Gate.Basis.HOLDOUT, OptionalDouble.empty(), OptionalDouble.of(0.25))
                        .check(OptionalDouble.of(0.124), ""));
        bench.registry.register(model, number -> version(model, number, run, sharpe, gates));
    }

    private ModelVersion version(String model, int number, RunId run, double sharpe, List<GateResult> gates) {
        BarSeries series = seriesOf(model.startsWith("vega") ? "VEGA" : "LYRA");
        Sha256 hash = Sha256.ofText(model + number);
        var card = new ModelCard(
                "xgboost",
                Hyperparameters.of(Map.of("max_depth", 3L, "eta", 0.05, "rounds", 80L + number, "subsample", 0.7)),
                "alpha19",
                FeatureSets.alpha19().fingerprint(),
                TripleBarrier.of(4, 4, 24).text(),
                series.key(),
                series.contentHash(),
                Sha256.ofText("dataset"),
                Workbench.NOW.minusSeconds(3_600L * BARS),
                Workbench.NOW.minusSeconds(3_600L * UNSEEN),
                new DecisionRule(THRESHOLD, 0.5, true),
                hash,
                42,
                new TreeMap<>(Map.of("jdk", "25.0.1", "xgboost4j", "3.1.1", "quantloom", "0.1.0")));
        var metrics = new TreeMap<>(bench.runs.find(run).orElseThrow().metrics());
        metrics.put("sharpe_ratio", sharpe);
        return new ModelVersion(
                model,
                number,
                Workbench.NOW.minusSeconds(86_400L * (9 - 2L * number)),
                run,
                card,
                gates,
                metrics,
                new TreeMap<>());
    }

    /** A bot whose probabilities are made up, traded through the real kernel. */
    private void addBot() {
        BarSeries series = seriesOf("VEGA");
        int from = series.size() - 180;
        var spec = new BotSpec(
                "vega-paper",
                new StrategySpec.Model(
                        ModelRef.ofAlias(MODEL, "Champion"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()),
                new DataRange(
                        new Symbol("VEGA"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                ExecutionSpec.DEFAULT,
                0,
                false);
        bench.bots.begin(new BotRecord(
                spec,
                "",
                series.key(),
                Instant.ofEpochMilli(series.openTime(from)),
                BotRecord.State.RUNNING,
                "",
                Workbench.NOW.minusSeconds(7_200)));
        trade(spec, series, from);
        for (BotRecord.State state : List.of(BotRecord.State.HALTED, BotRecord.State.PAUSED)) {
            String name = "lyra-" + state.name().toLowerCase(Locale.ROOT);
            bench.bots.begin(new BotRecord(
                    new BotSpec(name, spec.strategy(), spec.data(), spec.execution(), 0, false),
                    "",
                    seriesOf("LYRA").key(),
                    Instant.ofEpochMilli(series.openTime(from)),
                    state,
                    state == BotRecord.State.HALTED ? "the recorded steps do not give the recorded account" : "",
                    Workbench.NOW));
        }
    }

    private BarSeries seriesOf(String symbol) {
        return bench.bars.catalog().stream()
                .filter(entry -> entry.key().symbol().name().equals(symbol))
                .map(entry -> bench.bars.load(entry.key()).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private void trade(BotSpec spec, BarSeries series, int from) {
        var kernel = new TradingKernel(
                spec.execution(),
                bench.bars.instrument(series.key().symbol()).orElseThrow(),
                series.key().timeframe(),
                FundingRates.none(series.key().symbol()),
                0);
        double state = 0;
        for (int i = from; i < series.size(); i++) {
            kernel.settle(series.bar(i));
            state = 0.9 * state + 0.03 * random.nextGaussian();
            double p = Math.clamp(0.5 + state, 0.3, 0.7);
            Decision decision = decision(p, kernel.held());
            kernel.decide(decision);
            bench.bots.append(new BotStep(
                    spec.name(),
                    i - from,
                    series.bar(i),
                    List.copyOf(kernel.fillsOfBar()),
                    kernel.balance(),
                    kernel.equity(),
                    kernel.units(),
                    kernel.entryPrice(),
                    decision,
                    MODEL + "/2"));
        }
    }

    private static Decision decision(double p, Target held) {
        String text = String.format(Locale.ROOT, "p %.3f", p);
        if (p >= THRESHOLD) {
            return new Decision(Target.LONG, p, Double.NaN, Double.NaN, text + " ≥ " + THRESHOLD);
        }
        if (p <= 1 - THRESHOLD) {
            return new Decision(Target.SHORT, p, Double.NaN, Double.NaN, text + " ≤ " + (1 - THRESHOLD));
        }
        if ((held == Target.LONG && p < 0.5) || (held == Target.SHORT && p > 0.5)) {
            return new Decision(Target.FLAT, p, Double.NaN, Double.NaN, text + " crossed the exit threshold 0.5");
        }
        return new Decision(Target.HOLD, p, Double.NaN, Double.NaN, text + " between the thresholds");
    }

    Ports ports() {
        return new Ports(bench.bars, bench.runs, bench.studies, bench.registry, bench.bots, bench.predictions);
    }

    /** Serves a made-up model that follows the trend, unless its files are gone. */
    private Outcome<ServedModel> serve(ModelRef ref) {
        if (modelsGone) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA, "a model file", "none for " + ref, "registry", "train it again"));
        }
        return new FindModel(bench.registry)
                .version(ref)
                .map(version -> new ServedModel(
                        version.model(),
                        version.version(),
                        version.isGated(),
                        version.modelCard().orElseThrow(),
                        new TrendModel()));
    }

    /** More probable to rise the stronger it rose. */
    private static final class TrendModel implements TrainedModel {
        private static final int RSI = FeatureSets.alpha19().columns().indexOf("7_day_RSI");

        @Override
        public String learner() {
            return "xgboost";
        }

        @Override
        public double[] probabilities(double[][] rows) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> 1 / (1 + Math.exp(-0.03 * (row[RSI] - 50))))
                    .toArray();
        }

        @Override
        public double[][] contributions(double[][] rows) {
            return new double[rows.length][];
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }

    ModelSource models() {
        return this::serve;
    }

    UseCases useCases() {
        ModelSource models = models();
        var stores = new TradingStores(bench.bars, bench.registry, bench.bots);
        var active = new ActiveBots(bench.bots, bench.events, bench.clock);
        return new UseCases(
                new ImportBars(bench.bars, bench.events),
                new MakeSampleMarket(bench.bars, bench.events),
                new DeleteSeries(bench.bars, bench.events),
                new UseCases.Research(
                        new RunBacktest(bench.bars, models, bench.runs, bench.events, bench.clock),
                        Workbench.look(bench.bars, bench.runs, models),
                        new PromoteModel(bench.registry, bench.events, bench.clock),
                        new RollBackModel(bench.registry, bench.events, bench.clock)),
                bench.training(),
                new UseCases.Trading(
                        active,
                        new StartBotViewModel.Sessions(
                                new StartBot(stores, models, active, bench.events, bench.clock),
                                new RunBot(stores, models, active, bench.events),
                                speed -> new ReplayFeeds(bench.bars, speed, (_, _) -> {})),
                        new ReconcileBot(stores, models)),
                () -> new Checklist(List.of()),
                (JobContext _) -> Outcome.success("done"));
    }
}
