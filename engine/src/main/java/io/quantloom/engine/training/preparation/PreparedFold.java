package io.quantloom.engine.training.preparation;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.SampleWeighting;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A fold as learners take it: the purged training rows, and the features of every bar of the test window, labeled or not.
 * Made once and shared by all trials; nobody changes its arrays.
 */
public final class PreparedFold {

    private final Dataset dataset;
    private final Fold fold;
    private final TrainingSet training;
    private final int[] defined;
    private final double[][] inputs;

    private PreparedFold(Dataset dataset, Fold fold, TrainingSet training, int[] defined, double[][] inputs) {
        this.dataset = dataset;
        this.fold = fold;
        this.training = training;
        this.defined = defined;
        this.inputs = inputs;
    }

    static PreparedFold of(Dataset dataset, Fold fold, SampleWeighting weighting) {
        int[] defined = fold.windows().stream()
                .flatMapToInt(window -> IntStream.range(window.from(), window.to()))
                .filter(dataset.matrix()::isDefined)
                .toArray();
        double[][] inputs =
                Arrays.stream(defined).mapToObj(dataset.matrix()::row).toArray(double[][]::new);
        int[] training = fold.training();
        boolean isPlain = weighting instanceof SampleWeighting.None || training.length == 0;
        Dataset weighed = isPlain ? dataset : weighting.weigh(dataset, training);
        return new PreparedFold(dataset, fold, TrainingSet.of(weighed, training), defined, inputs);
    }

    /** {@return what to fit on} */
    public TrainingSet training() {
        return training;
    }

    /** {@return its place among the folds} */
    public int number() {
        return fold.number();
    }

    /** {@return the first bar of the test window} */
    public int from() {
        return fold.from();
    }

    /** {@return the bar after the last of the test window} */
    public int to() {
        return fold.to();
    }

    /** {@return the first bar trained on} */
    public int trainedFrom() {
        return dataset.bar(fold.training()[0]);
    }

    /** {@return the last bar trained on} */
    public int trainedTo() {
        int[] samples = fold.training();
        return dataset.bar(samples[samples.length - 1]);
    }

    /** {@return the samples whose event lies in the test window} */
    public int[] test() {
        return fold.test();
    }

    /** {@return the samples tested on, as rows with their classes} */
    public TrainingSet tested() {
        return TrainingSet.of(dataset, fold.test());
    }

    /** {@return the features of every bar of the test windows that has them all, oldest first} */
    public double[][] inputs() {
        return inputs;
    }

    /** Returns the probability of each bar of [{@link #from}, {@link #to}); NaN where a feature is undefined. */
    public double[] predict(TrainedModel model) {
        double[] probabilities = new double[to() - from()];
        Arrays.fill(probabilities, Double.NaN);
        if (inputs.length > 0) {
            double[] answers = model.probabilities(inputs);
            for (int i = 0; i < defined.length; i++) {
                probabilities[defined[i] - from()] = answers[i];
            }
        }
        return probabilities;
    }
}
