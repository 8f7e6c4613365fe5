package io.quantloom.engine.model.evaluation;

import java.util.List;

/**
 * How often a classifier said which class, and what was. Immutable.
 *
 * @param truePositives TP: positive rows called positive
 * @param falsePositives FP: negative rows called positive
 * @param trueNegatives TN: negative rows called negative
 * @param falseNegatives FN: positive rows called negative
 */
public record ConfusionMatrix(int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

    /** Name of {@link #accuracy} in files and gates. */
    public static final String ACCURACY = "accuracy";

    /** Name of {@link #balancedAccuracy}. */
    public static final String BALANCED_ACCURACY = "balanced_accuracy";

    /** Name of {@link #precision}. */
    public static final String PRECISION = "precision";

    /** Name of {@link #recall}. */
    public static final String RECALL = "recall";

    /** Source 2's name of {@link #recall}. */
    public static final String POSITIVE_ACCURACY = "positive_accuracy";

    /** Name of {@link #negativeAccuracy}. */
    public static final String NEGATIVE_ACCURACY = "negative_accuracy";

    /** Name of {@link #overallScore}. */
    public static final String OVERALL_SCORE = "overall_score";

    private static final String NO_ROWS = "there are no rows";
    private static final String NO_POSITIVES = "no row is of the positive class";
    private static final String NO_NEGATIVES = "no row is of the negative class";
    private static final String NONE_CALLED = "the model calls no row positive";

    /** Checks the signs. */
    public ConfusionMatrix {
        if (truePositives < 0 || falsePositives < 0 || trueNegatives < 0 || falseNegatives < 0) {
            throw new IllegalArgumentException("expected counts of zero or more, was " + truePositives + ", "
                    + falsePositives + ", " + trueNegatives + ", " + falseNegatives);
        }
    }

    /**
     * Counts the rows.
     *
     * @param called whether the classifier called the row positive
     * @param positive whether it was
     * @throws IllegalArgumentException if the lengths differ
     */
    public static ConfusionMatrix of(boolean[] called, boolean[] positive) {
        if (called.length != positive.length) {
            throw new IllegalArgumentException(called.length + " answers for " + positive.length + " rows");
        }
        int[] counts = new int[4];
        for (int i = 0; i < called.length; i++) {
            counts[(called[i] ? 2 : 0) + (positive[i] ? 1 : 0)]++;
        }
        return new ConfusionMatrix(counts[3], counts[2], counts[0], counts[1]);
    }

    /** {@return the number of rows} */
    public int rows() {
        return positives() + negatives();
    }

    /** {@return TP + FN} */
    public int positives() {
        return truePositives + falseNegatives;
    }

    /** {@return TN + FP} */
    public int negatives() {
        return trueNegatives + falsePositives;
    }

    /** {@return {@code (TP + TN) / rows}; undefined without rows} */
    public Measure accuracy() {
        return Measure.share(truePositives + trueNegatives, rows(), NO_ROWS);
    }

    /** {@return {@code TP / (TP + FP)}; undefined when no row was called positive} */
    public Measure precision() {
        return Measure.share(truePositives, truePositives + falsePositives, NONE_CALLED);
    }

    /** {@return {@code TP / (TP + FN)}, source 2's positive accuracy; undefined without positive rows} */
    public Measure recall() {
        return Measure.share(truePositives, positives(), NO_POSITIVES);
    }

    /** {@return {@code TN / (TN + FP)}, also called specificity; undefined without negative rows} */
    public Measure negativeAccuracy() {
        return Measure.share(trueNegatives, negatives(), NO_NEGATIVES);
    }

    /** {@return the mean of recall and negative accuracy; undefined when one of them is} */
    public Measure balancedAccuracy() {
        Measure recall = recall();
        Measure negative = negativeAccuracy();
        if (!recall.isDefined() || !negative.isDefined()) {
            return recall.isDefined() ? negative : recall;
        }
        return Measure.of((recall.orThrow() + negative.orThrow()) / 2);
    }

    /**
     * {@return source 2's {@code 0.1·accuracy + 0.4·precision + 0.2·negative accuracy + 0.3·positive accuracy}; undefined
     * when one of them is, for its reason}
     */
    public Measure overallScore() {
        List<Measure> parts = List.of(accuracy(), precision(), negativeAccuracy(), recall());
        for (Measure part : parts) {
            if (!part.isDefined()) {
                return part;
            }
        }
        return Measure.of(overallScore(
                parts.get(0).orThrow(),
                parts.get(1).orThrow(),
                parts.get(2).orThrow(),
                parts.get(3).orThrow()));
    }

    /** Returns source 2's score of four shares. */
    public static double overallScore(double accuracy, double precision, double negative, double positive) {
        return 0.1 * accuracy + 0.4 * precision + 0.2 * negative + 0.3 * positive;
    }

    /**
     * Returns the shares that have an interval: accuracy, precision, recall and negative accuracy. Labels that overlap
     * tell the same story several times, so the number of independent rows is given from outside and split among the
     * classes as the rows are.
     *
     * @param effectiveRows what all rows together are worth, in (0, rows]
     */
    public List<Rate> rates(double effectiveRows) {
        if (rows() == 0 || !(effectiveRows > 0 && effectiveRows <= rows())) {
            throw new IllegalArgumentException("expected effective rows in (0, " + rows() + "], was " + effectiveRows);
        }
        double worth = effectiveRows / rows();
        return List.of(
                Rate.of(ACCURACY, truePositives + trueNegatives, rows(), worth, NO_ROWS),
                Rate.of(PRECISION, truePositives, truePositives + falsePositives, worth, NONE_CALLED),
                Rate.of(RECALL, truePositives, positives(), worth, NO_POSITIVES),
                Rate.of(NEGATIVE_ACCURACY, trueNegatives, negatives(), worth, NO_NEGATIVES));
    }
}
