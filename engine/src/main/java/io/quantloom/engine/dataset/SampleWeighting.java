package io.quantloom.engine.dataset;

import io.quantloom.engine.dataset.label.AverageUniqueness;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each training sample counts. Weights are made for the samples of one training window, from those alone, and
 * have the mean 1, so that settings of learners that count weight keep their meaning. Immutable.
 */
public sealed interface SampleWeighting {

    /** The recency of the oldest sample when nobody says another. */
    double DEFAULT_FLOOR = 0.5;

    /** All alike. */
    record None() implements SampleWeighting {
        @Override
        public String text() {
            return "none";
        }
    }

    /** By {@link AverageUniqueness}: neighbors whose labels look at the same bars share their weight. */
    record Uniqueness() implements SampleWeighting {
        @Override
        public String text() {
            return "uniqueness";
        }
    }

    /**
     * By age: falls linearly with time from 1 at the newest sample to the floor at the oldest. Source: M. López de Prado,
     * Advances in Financial Machine Learning (2018), 4.7, with time in place of cumulated uniqueness.
     *
     * @param floor in (0, 1]
     */
    record Recency(double floor) implements SampleWeighting {
        /** Checks the floor. */
        public Recency {
            checkFloor(floor);
        }

        @Override
        public String text() {
            return "recency floor=" + floor;
        }
    }

    /**
     * The product of both.
     *
     * @param floor of the recency, in (0, 1]
     */
    record Both(double floor) implements SampleWeighting {
        /** Checks the floor. */
        public Both {
            checkFloor(floor);
        }

        @Override
        public String text() {
            return "both floor=" + floor;
        }
    }

    /** {@return the definition as canonical text} */
    String text();

    /**
     * Reads {@code key: none | uniqueness | recency | both}, or {@code key: {type: recency, floor: 0.25}}; none when it is
     * absent.
     */
    static SampleWeighting read(Section parent, String key) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : new String[] {"none", "uniqueness", "recency", "both"}) {
            words.put(word, word);
        }
        Kind<String> kind = Kind.oneOf(words, "none");
        if (!parent.isSection(key)) {
            return of(parent.optional(key, kind, "none"), DEFAULT_FLOOR);
        }
        Section section = parent.section(key);
        String type = section.required("type", kind);
        boolean aged = type.equals("recency") || type.equals("both");
        Kind<Double> share = Kind.number(0, 1);
        return of(
                type,
                aged
                        ? section.optional(
                                "floor",
                                new Kind<>(
                                        "a number in (0, 1]",
                                        text -> share.parse().apply(text).filter(value -> value > 0),
                                        DEFAULT_FLOOR),
                                DEFAULT_FLOOR)
                        : DEFAULT_FLOOR);
    }

    private static SampleWeighting of(String type, double floor) {
        return switch (type) {
            case "uniqueness" -> new Uniqueness();
            case "recency" -> new Recency(floor);
            case "both" -> new Both(floor);
            default -> new None();
        };
    }

    /**
     * Returns the dataset with these weights for the samples of a training window; the others weigh 1.
     *
     * @param training ascending, at least one
     */
    default Dataset weigh(Dataset dataset, int[] training) {
        double[] ofThese = weights(dataset, training);
        double[] all = new double[dataset.size()];
        Arrays.fill(all, 1);
        for (int k = 0; k < training.length; k++) {
            all[training[k]] = ofThese[k];
        }
        return dataset.withWeights(all);
    }

    /**
     * Returns the weights of the samples of a training window in their order, above zero, mean 1. O(bars + samples).
     *
     * @param training ascending, at least one
     */
    default double[] weights(Dataset dataset, int[] training) {
        double[] weights = switch (this) {
            case None _ -> ones(training.length);
            case Uniqueness _ -> uniqueness(dataset, training);
            case Recency(double floor) -> recency(dataset, training, floor);
            case Both(double floor) -> {
                double[] product = uniqueness(dataset, training);
                double[] age = recency(dataset, training, floor);
                for (int k = 0; k < product.length; k++) {
                    product[k] *= age[k];
                }
                yield product;
            }
        };
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] uniqueness(Dataset dataset, int[] training) {
        int[] starts = Arrays.stream(training).map(dataset::bar).toArray();
        int[] ends = Arrays.stream(training).map(dataset::end).toArray();
        return AverageUniqueness.of(starts, ends, dataset.bars().size());
    }

    private static double[] recency(Dataset dataset, int[] training, double floor) {
        double[] weights = ones(training.length);
        if (training.length == 0) {
            return weights;
        }
        long oldest = dataset.bars().openTime(dataset.bar(training[0]));
        long newest = dataset.bars().openTime(dataset.bar(training[training.length - 1]));
        for (int k = 0; k < training.length && newest > oldest; k++) {
            double place = (double) (dataset.bars().openTime(dataset.bar(training[k])) - oldest) / (newest - oldest);
            weights[k] = floor + (1 - floor) * place;
        }
        return weights;
    }

    private static void checkFloor(double floor) {
        if (!(floor > 0 && floor <= 1)) {
            throw new IllegalArgumentException("a floor lies in (0, 1], was " + floor);
        }
    }
}
