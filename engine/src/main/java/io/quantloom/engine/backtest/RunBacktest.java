package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.portfolio.PortfolioBacktest;
import io.quantloom.engine.backtest.walkforward.WalkForwardBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategyText;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import io.quantloom.engine.strategy.TradableVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs one backtest and records it as a run of the experiment {@code backtests}.
 *
 * <p>A rule such as {@code sma-cross} is handed the bars of the range only. A model's features are computed over the whole
 * series up to the range's end, so that they are warm where trading starts.
 */
public final class RunBacktest {

    /** Name of the experiment in which backtests are recorded. */
    public static final String EXPERIMENT = "backtests";

    /** Path of the artifact that {@link LoadBacktest} reads. */
    public static final String RESULT = "backtest/result.json";

    /** Path of the artifact that holds the specification as it was given. */
    public static final String SPEC = "backtest/spec.yaml";

    private final BarStore bars;
    private final ModelSource models;
    private final MakeStrategy strategies;
    private final RunStore runs;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports, without custom strategies. */
    public RunBacktest(BarStore bars, ModelSource models, RunStore runs, Events events, InstantSource clock) {
        this(bars, models, MakeStrategy.builtIn(), runs, events, clock);
    }

    /** Takes its ports. */
    public RunBacktest(
            BarStore bars,
            ModelSource models,
            MakeStrategy strategies,
            RunStore runs,
            Events events,
            InstantSource clock) {
        this.bars = bars;
        this.models = models;
        this.strategies = strategies;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    /** Runs the backtest; {@link #run(BacktestSpec, String, JobContext)} without a text. */
    public Outcome<BacktestResult> run(BacktestSpec spec, JobContext context) {
        return run(spec, "", context);
    }

    /**
     * Runs the backtest. MISSING_DATA for an unknown symbol or model or an empty range, INVALID when several series fit or
     * the model cannot be traded so. Nothing is recorded for what could not begin; a canceled run is recorded as killed.
     *
     * @param specText the specification as it was given, kept beside the result; when empty one is written, where a file
     *     can say the same
     */
    public Outcome<BacktestResult> run(BacktestSpec spec, String specText, JobContext context) {
        if (spec.plan() instanceof BacktestPlan.Portfolio plan && spec.strategy() instanceof StrategySpec.Rule rule) {
            return runPortfolio(spec, specText, plan, rule, context);
        }
        Outcome<Selection> selected = new SelectBars(bars).run(spec.data());
        return switch (spec.strategy()) {
            case StrategySpec.Rule rule ->
                selected.then(selection -> runRule(spec, specText, selection, rule, context));
            case StrategySpec.Model model ->
                selected.then(selection -> runModel(spec, specText, selection, model, context));
        };
    }

    private Outcome<BacktestResult> runRule(
            BacktestSpec spec, String specText, Selection selection, StrategySpec.Rule rule, JobContext context) {
        if (labelExits(spec).any()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "exits as fractions, since a strategy without a model has no label",
                    "exits from a label",
                    "exits",
                    "give stop_loss and take_profit as fractions of the entry price"));
        }
        return strategies
                .provenance(rule)
                .then(provenance -> strategies.run(rule).then(strategy -> {
                    var recorder = new BacktestRecorder(runs, clock, spec, selection);
                    RunId run = begin(recorder, Optional.empty(), provenance);
                    return finish(
                            recorder,
                            run,
                            spec,
                            specText,
                            switch (spec.plan()) {
                                case BacktestPlan.Single _ ->
                                    simulate(spec, selection, strategy, OptionalLong.empty(), context)
                                            .map(result -> SourceZeroAccounting.beside(result, rule, spec, selection));
                                case BacktestPlan.WalkForward plan -> walkForward(spec, selection, plan, context);
                                case BacktestPlan.Portfolio _ ->
                                    throw new IllegalStateException("a portfolio is not one selection of bars");
                            });
                }));
    }

    private Outcome<BacktestResult> runModel(
            BacktestSpec spec, String specText, Selection selection, StrategySpec.Model wanted, JobContext context) {
        return models.resolve(wanted.model())
                .then(served -> TradableVersion.of(served, wanted, labelExits(spec), strategies))
                .then(version -> {
                    try (version) {
                        var recorder = new BacktestRecorder(runs, clock, spec, selection);
                        RunId run = begin(recorder, version.modelCard(), version.provenance());
                        OptionalLong unseen = firstUnseen(selection.range(), version.knownTo());
                        return finish(
                                recorder,
                                run,
                                spec,
                                specText,
                                version.over(selection.series(), selection.from(), context.part("predict", 0, 0.7))
                                        .then(strategy -> simulate(
                                                spec, selection, strategy, unseen, context.part("trade", 0.7, 1))));
                    }
                });
    }

    private Outcome<BacktestResult> walkForward(
            BacktestSpec spec, Selection selection, BacktestPlan.WalkForward plan, JobContext context) {
        double barsPerYear = Annualization.of(
                        selection.instrument(), selection.range().key().timeframe())
                .barsPerYear();
        return simulation(spec, selection)
                .then(simulation -> new WalkForwardBacktest(simulation, strategies, plan, barsPerYear)
                        .run(selection.range(), context));
    }

    private Outcome<BacktestResult> runPortfolio(
            BacktestSpec spec,
            String specText,
            BacktestPlan.Portfolio plan,
            StrategySpec.Rule rule,
            JobContext context) {
        return new SelectPortfolio(bars)
                .run(plan.symbols(), spec.data(), spec.execution())
                .then(market -> strategies
                        .provenance(rule)
                        .then(provenance -> fresh(plan, rule).then(ready -> {
                            var recorder = BacktestRecorder.ofPortfolio(runs, clock, spec, plan, market);
                            RunId run = begin(recorder, Optional.empty(), provenance);
                            String title = StrategyText.title(rule) + " on "
                                    + plan.symbols().size() + " symbols";
                            return finish(
                                    recorder,
                                    run,
                                    spec,
                                    specText,
                                    new PortfolioBacktest(spec.execution(), spec.finalization(), plan)
                                            .run(title, market, ready, context));
                        })));
    }

    private Outcome<List<Strategy>> fresh(BacktestPlan.Portfolio plan, StrategySpec.Rule rule) {
        Outcome<List<Strategy>> made = Outcome.success(new ArrayList<>());
        for (int i = 0; i < plan.symbols().size(); i++) {
            made = made.then(before -> strategies.run(rule).map(strategy -> {
                before.add(strategy);
                return before;
            }));
        }
        return made;
    }

    private Outcome<SimulateBacktest> simulation(BacktestSpec spec, Selection selection) {
        var instrument = selection.instrument();
        var plain = new SimulateBacktest(
                spec.execution(),
                spec.finalization(),
                instrument,
                bars.funding(instrument.symbol()),
                spec.strategy().ownCooldownBars());
        return spec.execution().matching().intrabar() == Matching.Intrabar.FINER
                ? new SelectBars(bars).finer(selection.series().key()).map(plain::resolvedWith)
                : Outcome.success(plain);
    }

    private Outcome<BacktestResult> simulate(
            BacktestSpec spec, Selection selection, Strategy strategy, OptionalLong unseen, JobContext context) {
        var execution = spec.execution();
        var instrument = selection.instrument();
        var funding = bars.funding(instrument.symbol());
        int cooldown = spec.strategy().ownCooldownBars();
        return simulation(spec, selection)
                .then(ready -> ready.run(
                        StrategyText.title(spec.strategy()),
                        selection.range(),
                        strategy,
                        Trials.single(),
                        unseen,
                        context))
                .map(result -> result.certified(
                        new CertifyStrategy(execution, spec.finalization(), instrument, funding, cooldown)
                                .given(selection.range(), strategy, result)));
    }

    private RunId begin(BacktestRecorder recorder, Optional<ModelCard> card, Map<String, String> provenance) {
        Run run = recorder.begin(card, provenance);
        events.publish(new RunEvent.Began(run.id()));
        return run.id();
    }

    private Outcome<BacktestResult> finish(
            BacktestRecorder recorder, RunId run, BacktestSpec spec, String specText, Outcome<BacktestResult> outcome) {
        Outcome<BacktestResult> recorded = outcome.map(result -> recorder.record(run, result));
        Optional<String> kept = specText.isBlank() ? BacktestText.of(spec) : Optional.of(specText);
        kept.ifPresent(text -> runs.saveArtifact(run, SPEC, text.getBytes(StandardCharsets.UTF_8)));
        RunStatus status = switch (recorded) {
            case Outcome.Success<BacktestResult> _ -> RunStatus.FINISHED;
            case Outcome.Failed<BacktestResult> failed -> recorder.fail(run, failed.failure());
            case Outcome.Canceled<BacktestResult> _ -> RunStatus.KILLED;
        };
        runs.setStatus(run, status, clock.instant());
        events.publish(new RunEvent.Ended(run, status));
        return recorded;
    }

    private static LabelExits labelExits(BacktestSpec spec) {
        return new LabelExits(
                spec.execution().exits().stopLoss().fromLabel(),
                spec.execution().exits().takeProfit().fromLabel());
    }

    // The last training bar was seen; what opens after it was not.
    private static OptionalLong firstUnseen(BarSeries range, Instant knownTo) {
        int first = range.firstAtOrAfter(knownTo.toEpochMilli() + 1);
        return first < range.size() ? OptionalLong.of(range.openTime(first)) : OptionalLong.empty();
    }
}
