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
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.ModelStrategy;
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
                        .then(selection -> rules(run, spec, selection, context)
                                .map(rules -> new SimulatedRerun(
                                        spec,
                                        rules,
                                        selection,
                                        bars.funding(selection.instrument().symbol())))));
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
            case StrategySpec.Rule rule ->
                Outcome.success(
                        new RuleVariants(strategies, rule, selection.range().size()));
            case StrategySpec.Model model -> {
                var exits = new LabelExits(
                        spec.execution().exits().stopLoss().fromLabel(),
                        spec.execution().exits().takeProfit().fromLabel());
                yield models.load(version(run).orElse(model.model()))
                        .then(served -> TradableModel.of(served, model, exits))
                        .then(tradable -> variants(tradable, model, exits, selection, context));
            }
        };
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
                            : Outcome.failed(Failure.of(
                                    Reason.NOT_APPLICABLE,
                                    "a model that says a probability at each bar",
                                    "another strategy",
                                    tradable.version(),
                                    "")));
        }
    }

    // An alias may have moved since; the run says which version it was.
    private static Optional<ModelRef> version(Run run) {
        return Optional.ofNullable(run.params().get("model_version"))
                .flatMap(text -> ModelRef.parse("models:/" + text));
    }
}
