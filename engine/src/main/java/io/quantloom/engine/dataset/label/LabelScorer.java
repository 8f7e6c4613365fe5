package io.quantloom.engine.dataset.label;

import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A guess at labels that needs no training: the more a score speaks for +1, the higher it is. What learns from features
 * can be put in its place by whoever has it.
 */
public interface LabelScorer {

    /** {@return what it is called in reports} */
    String name();

    /** Returns one score for each label, from bars up to its event; NaN where it has none. */
    double[] scores(BarSeries bars, Labels labels);

    /** {@return the label that was decided last at or before the event: tomorrow is as today} */
    static LabelScorer persistence() {
        return of("persistence", (_, labels) -> {
            double[] scores = new double[labels.size()];
            // Ends are not ordered: of those decided by the event, the one that ended last counts.
            var pending = new PriorityQueue<Integer>((one, other) -> labels.end(one) == labels.end(other)
                    ? Integer.compare(one, other)
                    : Integer.compare(labels.end(one), labels.end(other)));
            double last = Double.NaN;
            for (int i = 0; i < scores.length; i++) {
                while (!pending.isEmpty() && labels.end(pending.peek()) <= labels.bar(i)) {
                    last = labels.label(pending.remove());
                }
                scores[i] = last;
                pending.add(i);
            }
            return scores;
        });
    }

    /**
     * {@return the distance of the close from its mean, {@code close / SMA − 1}: what overlapping averages repeat}
     *
     * @param window bars of the mean, above zero
     */
    static LabelScorer distance(int window) {
        return of("distance-" + window, (bars, labels) -> {
            double[] mean = TalibIndicators.sma(bars.closes(), window);
            double[] scores = new double[labels.size()];
            Arrays.setAll(scores, i -> bars.close(labels.bar(i)) / mean[labels.bar(i)] - 1);
            return scores;
        });
    }

    private static LabelScorer of(String name, Scores scores) {
        return new LabelScorer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double[] scores(BarSeries bars, Labels labels) {
                return scores.of(bars, labels);
            }
        };
    }

    /** How scores are made. */
    interface Scores {
        /** Returns one score for each label. */
        double[] of(BarSeries bars, Labels labels);
    }
}
