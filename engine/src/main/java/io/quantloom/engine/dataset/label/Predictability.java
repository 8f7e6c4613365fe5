package io.quantloom.engine.dataset.label;

import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well a simple guess ranks labels on the real series, and on placebo twins in which nothing can be known: a label
 * that is as predictable there is predictable by its definition (product.md, fault F17). Immutable.
 *
 * @param scorer who guessed
 * @param auc on the real series: the probability that a positive label ranks above another one, ties counting half, in
 *     [0, 1]; empty where one class is missing
 * @param twins the same on each twin, without those where one class is missing
 */
public record Predictability(String scorer, OptionalDouble auc, List<Double> twins) {

    /** Copies the list. */
    public Predictability {
        twins = List.copyOf(twins);
    }

    /** Measures the scorer on the series and on its twins. */
    public static Predictability of(
            LabelScorer scorer, LabelDefinition definition, BarSeries real, List<BarSeries> twins) {
        return new Predictability(
                scorer.name(),
                measure(scorer, definition, real),
                twins.stream()
                        .map(twin -> measure(scorer, definition, twin))
                        .flatMapToDouble(OptionalDouble::stream)
                        .boxed()
                        .toList());
    }

    /** {@return the mean over the twins; empty without any} */
    public OptionalDouble placebo() {
        return twins.stream().mapToDouble(Double::doubleValue).average();
    }

    private static OptionalDouble measure(LabelScorer scorer, LabelDefinition definition, BarSeries bars) {
        Labels labels = definition.label(bars);
        double[] scores = scorer.scores(bars, labels);
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labels.label(i) > 0;
        }
        return auc(scores, positive);
    }

    /**
     * Returns the area under the ROC curve by ranks; scores that are NaN are left out; empty where a class is missing.
     * O(n log n). Source: J. A. Hanley and B. J. McNeil, Radiology 143 (1982).
     */
    public static OptionalDouble auc(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .filter(i -> !Double.isNaN(scores[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            long within =
                    Arrays.stream(order, from, to).filter(i -> positive[i]).count();
            // Ranks from 1; those of equal scores are shared.
            ranks += within * (from + 1 + to) / 2.0;
            positives += within;
            from = to;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives));
    }
}
