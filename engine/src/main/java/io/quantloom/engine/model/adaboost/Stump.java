package io.quantloom.engine.model.adaboost;

/**
 * A tree of one question.
 *
 * @param feature the column asked
 * @param threshold rows at or below it go low
 * @param low whether low rows are said to be of the positive class
 * @param high whether the others are
 * @param weight what its answer counts for, above zero
 */
record Stump(int feature, double threshold, boolean low, boolean high, double weight) {

    boolean says(double[] row) {
        return (float) row[feature] <= threshold ? low : high;
    }

    Stump weighing(double other) {
        return new Stump(feature, threshold, low, high, other);
    }
}
