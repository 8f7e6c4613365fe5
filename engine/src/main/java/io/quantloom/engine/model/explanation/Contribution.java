package io.quantloom.engine.model.explanation;

/**
 * What one feature adds to one answer. Immutable.
 *
 * @param feature name of the column
 * @param value of the feature in the row
 * @param contribution signed, in the space of the explanation; above zero speaks for the positive class
 */
public record Contribution(String feature, double value, double contribution) {}
