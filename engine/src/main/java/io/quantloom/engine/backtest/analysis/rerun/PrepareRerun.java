package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.SelectBars;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.StrategyReader;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.TradableModel;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes a recorded backtest ready to run again: its specification, the bars it ran on, the model version it used. */
public final class PrepareRerun {

    private final BarStore bars;
    private final ModelSource models;
    private final MakeStrategy strategies;
    private final RunStore runs;

    /** Takes its ports. */
    public PrepareRerun(BarStore bars, ModelSource models, MakeStrategy strategies, RunStore runs) {
        this.bars = bars;
        this.models = models;
        this.strategies = strategies;
        this.runs = runs;
    }

    /**
     * Returns the backtest ready to run again. MISSING_DATA when its specification, bars or model are not there any more,
     * CONFLICT when the bars were revised since.
     */
    public Outcome<Rerun> run(Run run, JobContext context) {
        return runs.loadArtifact(run.id(), RunBacktest.SPEC)
                .then(bytes -> BacktestFile.parse(RunBacktest.SPEC, new String(bytes, StandardCharsets.UTF_8)))
                .then(spec -> new SelectBars(bars)
                        .run(spec.data())
                        .then(selection -> unrevised(run, selection))
                        .then(selection -> finer(spec, selection)
                                .then(finer -> rules(run, spec, selection, context)
                                        .map(rules -> new SimulatedRerun(
                                                spec,
                                                rules,
                                                selection,
                                                bars.funding(
                                                        selection.instrument().symbol()),
                                                finer)))));
    }

    private Outcome<Optional<BarSeries>> finer(BacktestSpec spec, Selection selection) {
        return spec.execution().matching().intrabar() == Matching.Intrabar.FINER
                ? new SelectBars(bars).finer(selection.series().key()).map(Optional::of)
                : Outcome.success(Optional.empty());
    }

    private static Outcome<Selection> unrevised(Run run, Selection selection) {
        Optional<String> then = run.tag(Tags.DATA_HASH);
        String now = selection.range().contentHash().hex();
        if (then.isEmpty() || then.get().equals(now)) {
            return Outcome.success(selection);
        }
        return Outcome.failed(Failure.of(
                Reason.CONFLICT,
                "the bars that the backtest ran on",
                "bars of " + selection.range().key() + " that were revised since",
                "run " + run.id(),
                "run the backtest again"));
    }

    private Outcome<TradingRules> rules(Run run, BacktestSpec spec, Selection selection, JobContext context) {
        return switch (spec.strategy()) {
            case StrategySpec.Rule rule -> rule(rule, selection);
            case StrategySpec.Model wanted ->
                models.resolve(version(run).orElse(wanted.model())).then(served -> switch (served) {
                    case ServedModel model -> {
                        var exits = new LabelExits(
                                spec.execution().exits().stopLoss().fromLabel(),
                                spec.execution().exits().takeProfit().fromLabel());
                        yield TradableModel.of(model, wanted, exits)
                                .then(tradable -> variants(tradable, wanted, exits, selection, context));
                    }
                    case ServedStrategy strategy -> registered(strategy, selection);
                });
        };
    }

    private Outcome<TradingRules> registered(ServedStrategy served, Selection selection) {
        try (served) {
            String version = served.name() + "/" + served.version();
            return StrategyReader.ofSpecification(version, served.specification())
                    .then(spec -> spec instanceof StrategySpec.Rule rule
                            ? rule(rule, selection)
                            : notApplicable("a strategy without a model", version));
        }
    }

    private Outcome<TradingRules> rule(StrategySpec.Rule rule, Selection selection) {
        return Outcome.success(
                new RuleVariants(strategies, rule, selection.range().size()));
    }

    private static Outcome<TradingRules> variants(
            TradableModel tradable,
            StrategySpec.Model spec,
            LabelExits exits,
            Selection selection,
            JobContext context) {
        try (tradable) {
            return tradable.over(selection.series(), selection.from(), context)
                    .then(strategy -> strategy instanceof ModelStrategy model
                                    && model.forecast() instanceof BatchForecast forecast
                            ? Outcome.success(new ModelVariants(tradable.rule(), spec.abstention(), exits, forecast))
                            : notApplicable("a model that says a probability at each bar", tradable.version()));
        }
    }

    private static Outcome<TradingRules> notApplicable(String expected, String version) {
        return Outcome.failed(
                Failure.of(Reason.NOT_APPLICABLE, expected, "another strategy", version, "run the backtest again"));
    }

    // An alias may have moved since; the run says which version it was.
    private static Optional<ModelRef> version(Run run) {
        return Optional.ofNullable(run.params().get("model_version"))
                .flatMap(text -> ModelRef.parse("models:/" + text));
    }
}
