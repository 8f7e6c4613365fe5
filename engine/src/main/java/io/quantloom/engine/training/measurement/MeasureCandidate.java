package io.quantloom.engine.training.measurement;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.evaluation.ClassificationScore;
import io.quantloom.engine.model.evaluation.EvaluateModel;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.explanation.ExplainModel;
import io.quantloom.engine.model.explanation.ExplainedModel;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.HoldoutLooks;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.measurement.Measured.Classes;
import io.quantloom.engine.training.measurement.Measured.Validated;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.training.preparation.PreparedFold;
import io.quantloom.engine.training.search.Measures;
import io.quantloom.engine.training.search.StitchedClasses;
import io.quantloom.engine.training.search.Tuned;
import io.quantloom.engine.training.search.WalkForwardObjective;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.StageText;
import io.quantloom.engine.training.tracking.SymbolRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stages train, validate and backtest of one symbol: fits the final model of the chosen trial, and measures it as a
 * classifier and as a trader, beside baselines that know nothing.
 */
public final class MeasureCandidate {

    private static final int COMPARED_FOLDS = 3;
    private static final List<Learner> BASELINES = List.of(new MajorityLearner(), new PersistenceLearner());

    private final String title;
    private final FactorySpec spec;
    private final Seeds seeds;
    private final SymbolRun run;

    public MeasureCandidate(FactorySpec spec, String title, Seeds seeds, SymbolRun run) {
        this.spec = spec;
        this.title = title;
        this.seeds = seeds;
        this.run = run;
    }

    /** Fits on the last training window before the holdout, and explains the model. */
    public Outcome<Trained> train(Tuned tuned, JobContext context) {
        return tuned.learner()
                .fit(tuned.prepared().holdout().training(), tuned.chosen().parameters(), seeds.child("final"), context)
                .then(model -> {
                    try (model) {
                        return explained(tuned, model, context)
                                .map(explanation -> Trained.of(tuned, model, explanation));
                    }
                })
                .map(trained -> {
                    PreparedFold fold = tuned.prepared().holdout();
                    run.says(tuned.learner().name() + " fitted on "
                            + StageText.count(fold.training().size(), "sample") + "; "
                            + StageText.count(trained.file().length, "byte") + ", SHA-256 "
                            + trained.hash().hex().substring(0, 12));
                    run.artifact("model/" + tuned.learner().name() + ".model", trained.file());
                    trained.explanation()
                            .ifPresent(explanation ->
                                    run.artifact(ExplanationJson.FILE, ExplanationJson.write(explanation)));
                    run.tags(Map.of(
                            Tags.MODEL_HASH, trained.hash().hex(),
                            Tags.PREDICTIONS_HASH, trained.predictionsHash().hex()));
                    return trained;
                });
    }

    private Outcome<Optional<Explanation>> explained(Tuned tuned, TrainedModel model, JobContext context) {
        PreparedFold fold = tuned.prepared().holdout();
        if (fold.inputs().length == 0 || fold.training().size() == 0) {
            return Outcome.success(Optional.empty());
        }
        var subject = ExplainedModel.of(model, fold.training().rows(), fold.inputs());
        List<TrainedModel> opened = new ArrayList<>();
        try {
            return lastFolds(tuned, opened, context)
                    .then(folds -> new ExplainModel(spec.research().explain(), seeds.child("explain"))
                            .run(tuned.prepared().dataset().features().columns(), subject, folds, context.quiet()))
                    .map(Optional::of);
        } finally {
            opened.forEach(TrainedModel::close);
        }
    }

    // The winner's settings on the last windows before the holdout: do they rank the features alike?
    private Outcome<List<ExplainedModel>> lastFolds(Tuned tuned, List<TrainedModel> opened, JobContext context) {
        List<PreparedFold> folds = tuned.prepared().folds().stream()
                .filter(fold -> fold.inputs().length > 0 && fold.training().size() > 0)
                .toList();
        List<ExplainedModel> subjects = new ArrayList<>();
        for (PreparedFold fold : folds.subList(Math.max(0, folds.size() - COMPARED_FOLDS), folds.size())) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Outcome<TrainedModel> fitted =
                    tuned.objective().fit(fold, tuned.chosen().parameters(), context);
            if (!(fitted instanceof Outcome.Success<TrainedModel>(var model))) {
                return fitted.map(_ -> subjects);
            }
            opened.add(model);
            subjects.add(ExplainedModel.of(model, fold.training().rows(), fold.inputs()));
        }
        return Outcome.success(subjects);
    }

    /** Measures classes on both stretches, trades the stitched walk-forward of the chosen trial, and doubts it. */
    public Outcome<Validated> validate(Trained trained, Trials trials, HoldoutLooks looks, JobContext context) {
        Tuned tuned = trained.tuned();
        Prepared prepared = tuned.prepared();
        Hyperparameters parameters = tuned.chosen().parameters();
        scores(
                "",
                prepared.dataset(),
                prepared.holdout().test(),
                trained.holdout(),
                prepared.holdout().from());
        baselines(prepared, context.quiet());
        return holdoutClasses(trained, context.quiet())
                .then(holdout -> tuned.objective()
                        .probabilities(parameters, context)
                        .then(probabilities -> {
                            scores(
                                    "walk_forward.",
                                    prepared.dataset(),
                                    prepared.tested(),
                                    probabilities,
                                    prepared.from());
                            Optional<Evaluation> walkForward = StitchedClasses.of(prepared, probabilities);
                            walkForward.ifPresent(evaluation -> {
                                run.metrics(Measures.defined("walk_forward.", evaluation));
                                run.artifact("walk-forward/" + EvaluationJson.FILE, EvaluationJson.write(evaluation));
                            });
                            return tuned.trading()
                                    .trade(
                                            title + " walk-forward",
                                            prepared.from(),
                                            probabilities,
                                            WalkForwardObjective.threshold(parameters),
                                            trials,
                                            context)
                                    .then(result -> doubted(
                                            tuned, result, trials, looks, new Classes(walkForward, holdout), context));
                        }));
    }

    private Outcome<Validated> doubted(
            Tuned tuned,
            BacktestResult result,
            Trials trials,
            HoldoutLooks looks,
            Classes classes,
            JobContext context) {
        run.statistics("walk_forward.", result.statistics());
        BacktestResult kept = run.backtest(FactoryRuns.WALK_FORWARD, result);
        return new MeasureOverfitting(tuned)
                .run(ReturnStatistics.of(result.equity().values()), trials, looks, context)
                .map(report -> {
                    run.artifact(OverfittingReport.ARTIFACT, OverfittingJson.write(report));
                    report.probability().ifPresent(pbo -> run.metrics(Map.of(GateMetric.PBO.key(), pbo.probability())));
                    run.metrics(Map.of("holdout_looks", (double) looks.looks()));
                    run.says("walk-forward: " + StageText.traded(kept.statistics()));
                    run.says("deflated Sharpe "
                            + StageText.number(report.sharpe().deflated()) + " after "
                            + StageText.count(report.sharpe().trials(), "trial")
                            + report.probability()
                                    .map(pbo -> ", probability of overfitting " + StageText.number(pbo.probability()))
                                    .orElse("")
                            + "; " + StageText.count(looks.looks(), "look") + " at this holdout");
                    return new Validated(kept, classes, report);
                });
    }

    private Outcome<Optional<Evaluation>> holdoutClasses(Trained trained, JobContext context) {
        Prepared prepared = trained.tuned().prepared();
        PreparedFold fold = prepared.holdout();
        if (trained.output().isEmpty()) {
            return Outcome.success(Optional.empty());
        }
        return new EvaluateModel(BASELINES)
                .run(
                        trained.output().get(),
                        fold.training(),
                        fold.tested(),
                        StitchedClasses.effectiveRows(prepared.dataset(), fold.test()),
                        seeds,
                        context)
                .map(evaluation -> {
                    run.artifact(EvaluationJson.FILE, EvaluationJson.write(evaluation));
                    Map<String, Double> more = new TreeMap<>(Measures.defined("", evaluation));
                    // Logged with the scores already, where classes are those at 0.5.
                    more.keySet().removeAll(List.of("accuracy", "auc", "brier", "log_loss"));
                    run.metrics(more);
                    return Optional.of(evaluation);
                });
    }

    /** Trades the holdout with the final model. */
    public Outcome<BacktestResult> backtest(Trained trained, Trials trials, JobContext context) {
        Tuned tuned = trained.tuned();
        return tuned.trading()
                .trade(
                        title + " holdout",
                        tuned.prepared().holdout().from(),
                        trained.holdout(),
                        WalkForwardObjective.threshold(tuned.chosen().parameters()),
                        trials,
                        context)
                .map(result -> {
                    run.statistics("", result.statistics());
                    run.says("holdout: " + StageText.traded(result.statistics()));
                    return run.backtest(RunBacktest.RESULT, result);
                });
    }

    // A feature set without a momentum column has no persistence: that is no reason to stop.
    private void baselines(Prepared prepared, JobContext context) {
        PreparedFold fold = prepared.holdout();
        for (Learner baseline : BASELINES) {
            Outcome<TrainedModel> fitted =
                    baseline.fit(fold.training(), Hyperparameters.empty(), seeds.child(baseline.name()), context);
            if (fitted instanceof Outcome.Success<TrainedModel>(var model)) {
                try (model) {
                    double[] probabilities = fold.predict(model);
                    String prefix = "baseline_" + baseline.name() + ".";
                    scores(prefix, prepared.dataset(), fold.test(), probabilities, fold.from());
                }
            }
        }
    }

    private void scores(String prefix, Dataset dataset, int[] samples, double[] probabilities, int offset) {
        if (samples.length == 0) {
            return;
        }
        double[] chosen = new double[samples.length];
        boolean[] positive = new boolean[samples.length];
        for (int i = 0; i < samples.length; i++) {
            chosen[i] = probabilities[dataset.bar(samples[i]) - offset];
            positive[i] = dataset.isPositive(samples[i]);
        }
        var score = ClassificationScore.of(chosen, positive);
        var named = new TreeMap<String, Double>();
        named.put(prefix + "accuracy", score.accuracy());
        named.put(prefix + "brier", score.brier());
        named.put(prefix + "log_loss", score.logLoss());
        score.auc().ifPresent(auc -> named.put(prefix + "auc", auc));
        run.metrics(named);
    }
}
