package io.quantloom.engine.training;

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
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The stages train, validate and backtest of one symbol: fits the final model of the best trial, and measures it as a
 * classifier and as a trader, beside baselines that know nothing.
 */
final class MeasureCandidate {

    private final String title;
    private final Seeds seeds;
    private final SymbolRun run;

    MeasureCandidate(String title, Seeds seeds, SymbolRun run) {
        this.title = title;
        this.seeds = seeds;
        this.run = run;
    }

    /** Fits on the last training window before the holdout. */
    Outcome<Trained> train(Tuned tuned, JobContext context) {
        return tuned.learner()
                .fit(tuned.prepared().holdout().training(), tuned.best().parameters(), seeds.child("final"), context)
                .map(model -> Trained.of(tuned, model))
                .map(trained -> {
                    run.artifact("model/" + tuned.learner().name() + ".model", trained.file());
                    run.tags(Map.of(
                            Tags.MODEL_HASH, trained.hash().hex(),
                            Tags.PREDICTIONS_HASH, trained.predictionsHash().hex()));
                    return trained;
                });
    }

    /** Measures classes on both stretches, and trades the stitched walk-forward of the best trial. */
    Outcome<BacktestResult> validate(Trained trained, Trials trials, JobContext context) {
        Tuned tuned = trained.tuned();
        Prepared prepared = tuned.prepared();
        Hyperparameters parameters = tuned.best().parameters();
        scores(
                "",
                prepared.dataset(),
                prepared.holdout().test(),
                trained.holdout(),
                prepared.holdout().from());
        baselines(prepared, new QuietContext(context));
        return tuned.objective()
                .probabilities(parameters, context)
                .then(probabilities -> {
                    int[] samples = prepared.folds().stream()
                            .flatMapToInt(fold -> IntStream.of(fold.test()))
                            .toArray();
                    scores("walk_forward.", prepared.dataset(), samples, probabilities, prepared.from());
                    return tuned.trading()
                            .trade(
                                    title + " walk-forward",
                                    prepared.from(),
                                    probabilities,
                                    WalkForwardObjective.threshold(parameters),
                                    trials,
                                    context);
                })
                .map(result -> {
                    run.statistics("walk_forward.", result.statistics());
                    return run.backtest(FactoryRuns.WALK_FORWARD, result);
                });
    }

    /** Trades the holdout with the final model. */
    Outcome<BacktestResult> backtest(Trained trained, Trials trials, JobContext context) {
        Tuned tuned = trained.tuned();
        return tuned.trading()
                .trade(
                        title + " holdout",
                        tuned.prepared().holdout().from(),
                        trained.holdout(),
                        WalkForwardObjective.threshold(tuned.best().parameters()),
                        trials,
                        context)
                .map(result -> {
                    run.statistics("", result.statistics());
                    return run.backtest(RunBacktest.RESULT, result);
                });
    }

    // A feature set without a momentum column has no persistence: that is no reason to stop.
    private void baselines(Prepared prepared, JobContext context) {
        PreparedFold fold = prepared.holdout();
        for (Learner baseline : List.of(new MajorityLearner(), new PersistenceLearner())) {
            Outcome<TrainedModel> fitted =
                    baseline.fit(fold.training(), Hyperparameters.empty(), seeds.child(baseline.name()), context);
            if (fitted instanceof Outcome.Success<TrainedModel>(var model)) {
                try (model) {
                    double[] probabilities = new double[fold.to() - fold.from()];
                    fold.predict(model, probabilities, fold.from());
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
