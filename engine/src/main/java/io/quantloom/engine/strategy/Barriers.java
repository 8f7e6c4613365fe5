package io.quantloom.engine.strategy;

import io.quantloom.engine.dataset.label.TripleBarrier;

/** Distances of a label's barriers from the entry price, as fractions; NaN while their unit is undefined or zero. */
final class Barriers {

    private Barriers() {}

    static double stopLoss(TripleBarrier label, double unit) {
        return unit > 0 ? label.stopLoss() * unit : Double.NaN;
    }

    static double takeProfit(TripleBarrier label, double unit) {
        return unit > 0 ? label.takeProfit() * unit : Double.NaN;
    }
}
