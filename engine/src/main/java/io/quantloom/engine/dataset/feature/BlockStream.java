package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.Bar;

/** The columns of a block on a series that grows bar by bar. Has state; used by one thread. */
@FunctionalInterface
interface BlockStream {

    /**
     * Takes the bar that has just closed and returns the columns' values at it.
     *
     * @param beside what is known beside the series; its own bars are never asked for
     */
    double[] next(Bar bar, MarketView beside);
}
