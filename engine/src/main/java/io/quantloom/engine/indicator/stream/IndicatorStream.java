package io.quantloom.engine.indicator.stream;

import io.quantloom.engine.market.Bar;

/** An indicator of one or more columns that is fed bar by bar. Has state; used by one thread. */
@FunctionalInterface
public interface IndicatorStream {

    /** Takes the bar that has just closed and returns the columns' values at it; NaN where undefined. */
    double[] next(Bar bar);
}
