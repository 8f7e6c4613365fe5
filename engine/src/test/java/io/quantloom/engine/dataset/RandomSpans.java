package io.quantloom.engine.dataset;

import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.SplittableRandom;

/** Data sets whose labels last as long as the seed wants. */
public final class RandomSpans {

    private RandomSpans() {}

    /** Returns samples on about half of the bars of a walk, each with a span of 1 to 60 bars of its own. */
    public static Dataset dataset(long seed, int size) {
        var random = new SplittableRandom(seed);
        BarSeries bars = GeneratedBars.walk(seed, size);
        var labels = new Labels.Builder("random spans", size);
        for (int t = 0; t < size - 1; t++) {
            if (random.nextBoolean()) {
                int end = Math.min(size - 1, t + 1 + random.nextInt(60));
                labels.add(t, end, random.nextInt(-1, 2), Labels.Barrier.TIME, 0.01, 0);
            }
        }
        return joined(bars, labels);
    }

    /** Returns samples on every bar from {@code first} on while their span of that many bars has room. */
    public static Dataset everyBar(int size, int first, int span) {
        BarSeries bars = GeneratedBars.walk(1, size);
        var labels = new Labels.Builder("every bar", size);
        for (int t = first; t + span < size; t++) {
            labels.add(t, t + span, 1, Labels.Barrier.TIME, 0.01, 0);
        }
        return joined(bars, labels);
    }

    private static Dataset joined(BarSeries bars, Labels.Builder labels) {
        FeatureSet features = FeatureSets.ofColumns(List.of("7_day_RSI")).orThrow();
        return Dataset.join(bars, features, features.compute(bars), labels.build())
                .orThrow();
    }
}
