package io.quantloom.engine.dataset;

import io.quantloom.engine.market.Bar;

/**
 * The features of a series that grows bar by bar, for whoever trades it. Has state; used by one thread, one instance a
 * series.
 */
@FunctionalInterface
public interface FeatureStream {

    /**
     * Takes the bar that has just closed, later than all before it, and returns its row in the order of the set's columns:
     * the same bits as the last row of {@link FeatureSet#compute} over all bars taken so far; NaN where undefined.
     */
    double[] next(Bar bar);
}
