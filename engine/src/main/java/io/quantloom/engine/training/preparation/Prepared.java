package io.quantloom.engine.training.preparation;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.SampleWeighting;
import io.quantloom.engine.dataset.split.BacktestPath;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Splits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One symbol under one label, ready to learn from: what every trial with that label shares.
 *
 * @param ingested market data
 * @param dataset features and labels
 * @param folds in the order of their numbers, at least one
 * @param holdout the last stretch, which no fold has seen
 * @param splits what both were made of
 */
public record Prepared(
        Ingested ingested, Dataset dataset, List<PreparedFold> folds, PreparedFold holdout, Splits splits) {

    static Prepared of(Ingested ingested, Dataset dataset, Splits splits, Fold holdout, SampleWeighting weighting) {
        return new Prepared(
                ingested,
                dataset,
                splits.folds().stream()
                        .map(fold -> PreparedFold.of(dataset, fold, weighting))
                        .toList(),
                PreparedFold.of(dataset, holdout, weighting),
                splits);
    }

    /** {@return which folds' predictions make one out-of-sample curve, at least one such} */
    public List<BacktestPath> paths() {
        return splits.paths();
    }

    /** {@return the first bar of the stitched out-of-sample curve} */
    public int from() {
        return folds.stream().mapToInt(PreparedFold::from).min().orElseThrow();
    }

    /** {@return the bar after the last of the stitched out-of-sample curve} */
    public int to() {
        return folds.stream().mapToInt(PreparedFold::to).max().orElseThrow();
    }

    /** {@return the samples that the first path tests, ascending} */
    public int[] tested() {
        return paths().getFirst().parts().stream()
                .flatMapToInt(part -> Arrays.stream(folds.get(part.fold()).test())
                        .filter(sample -> part.window().contains(dataset.bar(sample))))
                .toArray();
    }

    /**
     * Returns one curve of probabilities over the bars [{@link #from}, {@link #to}), NaN where no fold answers.
     *
     * @param ofFolds for each fold its answers, as {@link PreparedFold#predict} gives them
     */
    public double[] stitched(BacktestPath path, List<double[]> ofFolds) {
        double[] whole = new double[to() - from()];
        Arrays.fill(whole, Double.NaN);
        for (BacktestPath.Part part : path.parts()) {
            double[] answers = ofFolds.get(part.fold());
            int begin = folds.get(part.fold()).from();
            IntStream.range(part.window().from(), part.window().to())
                    .forEach(bar -> whole[bar - from()] = answers[bar - begin]);
        }
        return whole;
    }
}
