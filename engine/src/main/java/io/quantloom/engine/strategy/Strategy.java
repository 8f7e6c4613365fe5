package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;

/**
 * Decides at each close what to hold from the next open on. It is handed every bar once, in time order, warm-up bars
 * included, so it cannot see the future. Has state; used by one thread, one instance a run.
 */
public interface Strategy {

    /** Takes the bar that has just closed and answers what to hold. */
    Decision onClose(Bar bar);

    /**
     * {@return the index of the first bar on which every indicator it uses is defined; {@code buy_hold_return} starts there}
     */
    int firstDefined();
}
