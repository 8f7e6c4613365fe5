package io.quantloom.engine.model.evaluation;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Rows in the order of their scores. */
final class Ranking {

    private Ranking() {}

    /** The rows ascending by score; rows of one score stay in their order. */
    static int[] ascending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The place after the last row that has the score of the row at {@code from}; −0 and 0 are one score. */
    static int endOfTies(double[] scores, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && scores[order[to]] == scores[order[from]]) {
            to++;
        }
        return to;
    }

    /** By ranks: {@code (Σ ranks of positives − n₁(n₁ + 1)/2) / (n₁·n₀)}, ties sharing their mean rank. */
    static OptionalDouble auc(double[] scores, boolean[] positive) {
        int[] order = ascending(scores);
        double rankSum = 0;
        long positives = 0;
        int from = 0;
        while (from < order.length) {
            int to = endOfTies(scores, order, from);
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (positive[order[i]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            from = to;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        double least = positives * (positives + 1) / 2.0;
        return OptionalDouble.of((rankSum - least) / ((double) positives * negatives));
    }
}
