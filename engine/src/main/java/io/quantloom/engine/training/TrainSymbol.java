package io.quantloom.engine.training;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.HoldoutLook;
import io.quantloom.engine.performance.overfitting.HoldoutLooks;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.measurement.MeasureCandidate;
import io.quantloom.engine.training.measurement.MeasureNested;
import io.quantloom.engine.training.measurement.Measured;
import io.quantloom.engine.training.measurement.PlaceboPipeline;
import io.quantloom.engine.training.placebo.MeasurePlacebo;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import io.quantloom.engine.training.placebo.PlaceboSpec;
import io.quantloom.engine.training.preparation.Ingested;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.preparation.PrepareSymbol;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.training.preparation.PreparedFold;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.search.Tuned;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.RunHoldoutLedger;
import io.quantloom.engine.training.tracking.StageText;
import io.quantloom.engine.training.tracking.SymbolRun;
import io.quantloom.engine.training.tracking.SymbolRun.Step;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Loop A for one symbol, from stored bars to a registered version or a refusal. */
final class TrainSymbol {

    private final FactoryContext factory;
    private final FactorySpec spec;
    private final Symbol symbol;
    private final String model;
    private final Seeds seeds;
    private final SymbolRun run;

    TrainSymbol(FactoryContext factory, FactorySpec spec, Symbol symbol, SymbolRun run) {
        this.factory = factory;
        this.spec = spec;
        this.symbol = symbol;
        this.model = spec.model(symbol);
        this.seeds = spec.seeds(symbol);
        this.run = run;
    }

    /** Runs all stages; the report is of status PASSED or REFUSED. */
    Outcome<SymbolReport> run() {
        return new PrepareSymbol(spec, symbol, factory.stores(), run)
                .run()
                .then(this::candidate)
                .then(measured -> run.stage(Step.GATE, _ -> Outcome.success(gate(measured))))
                .then(this::decide);
    }

    private Outcome<Measured> candidate(LabelVariants variants) {
        String family = TuneSymbol.family(model, variants.ingested());
        var tune = new TuneSymbol(factory, spec, family, seeds, run);
        var measure = new MeasureCandidate(spec, spec.name() + " " + symbol, seeds, run);
        return run.stage(Step.TUNE, context -> tune.run(variants, context))
                .then(tuned -> run.stage(Step.TRAIN, context -> measure.train(tuned, context)))
                .then(trained -> {
                    Trials trials = TuneSymbol.trials(factory.stores().studies(), family);
                    HoldoutLooks looks = look(trained.tuned().prepared());
                    return run.stage(Step.VALIDATE, context -> measure.validate(trained, trials, looks, context))
                            .then(validated -> nested(tune, variants, trained.tuned())
                                    .then(nested -> placebo(tune, trained.tuned())
                                            .then(placebo -> run.stage(
                                                            Step.BACKTEST,
                                                            context -> measure.backtest(trained, trials, context))
                                                    .map(holdout -> new Measured(
                                                            trained,
                                                            validated.walkForward(),
                                                            nested,
                                                            holdout,
                                                            validated.classes(),
                                                            validated.overfitting(),
                                                            placebo)))));
                });
    }

    private Outcome<Optional<BacktestResult>> nested(TuneSymbol tune, LabelVariants variants, Tuned tuned) {
        Optional<PurgedKFold> asked = spec.research().nested();
        if (asked.isEmpty()) {
            return Outcome.success(Optional.empty());
        }
        var measure = new MeasureNested(spec, factory.runner(), tune::onTwin, seeds.child("nested"));
        String title = spec.name() + " " + symbol + " nested";
        return run.stage(
                Step.NESTED, context -> measure.run(title, variants, tuned.prepared(), asked.get(), context)
                        .map(result -> {
                            run.statistics("nested.", result.statistics());
                            run.says("chosen anew in each window: " + StageText.traded(result.statistics()));
                            return Optional.of(run.backtest(FactoryRuns.NESTED, result));
                        }));
    }

    private Outcome<Optional<Placebo>> placebo(TuneSymbol tune, Tuned tuned) {
        Optional<PlaceboSpec> asked = spec.research().placebo();
        if (asked.isEmpty()) {
            return Outcome.success(Optional.empty());
        }
        Ingested real = tuned.prepared().ingested();
        var pipeline = new PlaceboPipeline(spec, factory.stores().features(), real, tune::onTwin);
        return run.stage(
                Step.PLACEBO,
                context -> new MeasurePlacebo(factory.runner())
                        .run(
                                spec.study().yardstick(),
                                real.bars(),
                                tuned.chosen().value().orElseThrow(),
                                asked.get(),
                                pipeline,
                                seeds.child("placebo"),
                                context)
                        .map(placebo -> {
                            run.says("better than " + StageText.percent(placebo.percentile()) + " of "
                                    + StageText.count(placebo.twins().size(), "twin") + " without signal");
                            run.artifact(Placebo.ARTIFACT, PlaceboJson.write(placebo));
                            run.metrics(Map.of(GateMetric.PLACEBO_PERCENTILE.key(), placebo.percentile()));
                            return Optional.of(placebo);
                        }));
    }

    /** Counts the look that is about to happen, before it does: one that is cut off has looked too. */
    private HoldoutLooks look(Prepared prepared) {
        BarSeries bars = prepared.ingested().bars();
        PreparedFold holdout = prepared.holdout();
        var now = new HoldoutLook(
                bars.key().symbol(),
                bars.openTime(holdout.from()),
                bars.openTime(holdout.to() - 1) + bars.key().timeframe().millis());
        List<HoldoutLook> all =
                new RunHoldoutLedger(factory.stores().runs()).looks(bars.key().symbol());
        // A run that is resumed has looked before, and does so once.
        List<HoldoutLook> earlier = run.hasLooked() ? all.subList(0, Math.max(0, all.size() - 1)) : all;
        run.tags(RunHoldoutLedger.tags(now));
        return HoldoutLooks.of(now, earlier);
    }

    private Judged gate(Measured measured) {
        Judged judged = new RegisterCandidate(factory, spec, model, run).gate(measured);
        run.tags(judged.tag());
        judged.gates().forEach(result -> run.says(sentence(result)));
        return judged;
    }

    private static String sentence(GateResult result) {
        Gate gate = result.gate();
        return result.passed()
                ? "passed: " + gate.metric() + " "
                        + StageText.number(result.actual().orElse(Double.NaN)) + " is " + gate.bound() + " ("
                        + gate.basis().text() + ")"
                : "refused: " + result.reason() + " (" + gate.basis().text() + ")";
    }

    private Outcome<SymbolReport> decide(Judged judged) {
        if (!judged.passed()) {
            return Outcome.success(report(judged, Optional.empty()));
        }
        return run.stage(Step.REGISTER, _ -> new RegisterCandidate(factory, spec, model, run).register(judged))
                .map(version -> report(judged, Optional.of(version)));
    }

    private SymbolReport report(Judged judged, Optional<ModelVersion> version) {
        Tuned tuned = judged.measured().trained().tuned();
        return new SymbolReport(
                symbol,
                Optional.of(run.id()),
                judged.passed() ? Status.PASSED : Status.REFUSED,
                trials(),
                Optional.of(tuned.learner().name()),
                tuned.chosen().parameters(),
                new TreeMap<>(judged.measured().holdout().statistics().values()),
                judged.gates(),
                version.map(ModelVersion::model),
                version.map(made -> OptionalInt.of(made.version())).orElse(OptionalInt.empty()),
                run.stages(),
                judged.reason());
    }

    /** {@return the number of trials the symbol's studies hold} */
    int trials() {
        return (int) spec.learners().stream()
                .flatMap(learner -> factory.stores().studies().trials(TuneSymbol.study(run.id(), learner)).stream())
                .filter(Trial::isTry)
                .count();
    }
}
