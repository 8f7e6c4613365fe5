package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;

/**
 * Decides at each close what to hold from the next open on. It is handed every bar once, in time order, so it cannot see
 * the future. It does not follow fills itself: the position is told at each close, so that a stop, an order too small to
 * send, a pause or a restart cannot leave it believing in a position that is not there. Used by one thread, one instance
 * a run.
 */
public interface Strategy {

    /**
     * Takes the bar that has just closed and answers what to hold.
     *
     * @param bar the bar, closed
     * @param held the position after the bar: {@link Target#LONG}, {@link Target#SHORT} or {@link Target#FLAT}
     */
    Decision onClose(Bar bar, Target held);

    /**
     * {@return the index of the first bar it is handed on which every indicator it uses is defined;
     * {@code buy_hold_return} starts there}
     */
    int firstDefined();
}
