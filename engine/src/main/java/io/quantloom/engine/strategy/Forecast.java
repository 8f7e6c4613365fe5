package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;
import java.util.OptionalInt;

/**
 * What a model says at each close. It is handed every bar from the first one traded on once, in time order, and uses data
 * up to that bar only. Used by one thread, one instance a run.
 */
public interface Forecast {

    /**
     * Takes the bar that has just closed.
     *
     * @return probability of the positive class in [0, 1]; NaN while a feature is undefined
     */
    double onClose(Bar bar);

    /**
     * {@return distance of the label's lower barrier from the entry price for the bar taken last, a fraction above zero;
     * NaN when the label has none or it is undefined}
     */
    default double stopLoss() {
        return Double.NaN;
    }

    /** {@return distance of the label's upper barrier likewise} */
    default double takeProfit() {
        return Double.NaN;
    }

    /**
     * {@return for a model that judges another's signals, the side that a positive pays at the bar taken last: +1 long, −1
     * short, 0 none; empty for one that speaks of prices}
     */
    default OptionalInt side() {
        return OptionalInt.empty();
    }

    /** {@return index of the first bar it is handed on which every feature is defined, whatever the prices} */
    int firstDefined();
}
