package io.quantloom.engine.model.explanation;

import io.quantloom.engine.model.evaluation.Measure;

/**
 * How much a model makes of a feature. Immutable.
 *
 * @param feature name of the column
 * @param meanAbsolute mean of |contribution| over the explained rows, zero or more: the importance
 * @param mean of the signed contribution: where it is far smaller than {@code meanAbsolute}, the feature speaks for both
 *     sides
 * @param stability share of the folds in which the feature is among the most important, in [0, 1]; undefined without folds
 */
public record FeatureImportance(String feature, double meanAbsolute, double mean, Measure stability) {}
