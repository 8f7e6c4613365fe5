package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.WalkForward;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleMarketGenerator;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ClassificationScore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What XGBoost earns on the sample market and what it costs, as a program: out-of-sample AUC over all walk-forward windows
 * (train 365 d, test 90 d, embargo 24, label 4/4/24) of our defaults and of the library's, and CPU milliseconds a fit.
 *
 * <p>Arguments: the number of seeds (8).
 */
final class SampleMarketFigures {

    static final WalkForward WINDOWS =
            new WalkForward(Duration.ofDays(365), Duration.ofDays(90), WalkForward.Mode.ROLLING, 24);
    static final Hyperparameters OURS = Hyperparameters.of(Map.of("rounds", 80L));
    static final Hyperparameters LIBRARY = Hyperparameters.of(Map.of(
            "max_depth", 6L,
            "eta", 0.3,
            "rounds", 100L,
            "min_child_weight", 1.0,
            "subsample", 1.0,
            "colsample", 1.0,
            "lambda", 1.0));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SampleMarketFigures() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        for (SampleInstrument instrument : List.of(
                SampleInstrument.ALL.get(0),
                SampleInstrument.ALL.get(2),
                SampleInstrument.ALL.get(4),
                SampleInstrument.ALL.get(5))) {
            long[] cost = new long[2];
            double[] ours = LongStream.range(0, seeds)
                    .mapToDouble(seed -> auc(dataset(seed, instrument), OURS, 1, cost))
                    .toArray();
            double[] theirs = LongStream.range(0, seeds)
                    .mapToDouble(seed -> auc(dataset(seed, instrument), LIBRARY, 1, new long[2]))
                    .toArray();
            System.out.printf(
                    "a = %.2f: AUC ours %s, library's defaults %s; %.1f CPU-ms a fit over %d fits%n",
                    instrument.strength(), spread(ours), spread(theirs), cost[0] / 1e6 / cost[1], cost[1]);
        }
    }

    static Dataset dataset(long seed, SampleInstrument instrument) {
        BarSeries bars = new SampleMarketGenerator(seed).generate(instrument).bars();
        FeatureSet features = FeatureSets.alpha19();
        FeatureMatrix matrix = features.compute(bars);
        return Dataset.join(bars, features, matrix, TripleBarrier.of(4, 4, 24).label(bars))
                .orThrow();
    }

    /** AUC of all test samples of every {@code step}th window together. */
    static double auc(Dataset dataset, Hyperparameters parameters, int step, long[] cost) {
        List<Fold> folds = WINDOWS.split(dataset, Duration.ZERO).orThrow().folds();
        var learner = new XgboostLearner();
        List<double[]> answers = new ArrayList<>();
        List<Boolean> classes = new ArrayList<>();
        for (int number = 0; number < folds.size(); number += step) {
            Fold fold = folds.get(number);
            TrainingSet training = TrainingSet.of(dataset, fold.training());
            long begin = THREADS.getCurrentThreadCpuTime();
            try (TrainedModel model = learner.fit(training, parameters, new Seeds(42), JobContext.none())
                    .orThrow()) {
                cost[0] += THREADS.getCurrentThreadCpuTime() - begin;
                cost[1]++;
                double[][] rows =
                        Arrays.stream(fold.test()).mapToObj(dataset::row).toArray(double[][]::new);
                answers.add(model.probabilities(rows));
            }
            for (int i : fold.test()) {
                classes.add(dataset.isPositive(i));
            }
        }
        double[] probabilities =
                answers.stream().flatMapToDouble(Arrays::stream).toArray();
        boolean[] positive = new boolean[probabilities.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = classes.get(i);
        }
        return ClassificationScore.of(probabilities, positive).auc().orElseThrow();
    }

    private static String spread(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return String.format("%.3f ± %.3f", mean, Math.sqrt(squares / Math.max(1, values.length - 1)));
    }
}
