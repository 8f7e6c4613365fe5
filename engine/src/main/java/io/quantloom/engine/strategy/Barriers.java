package io.quantloom.engine.strategy;

import io.quantloom.engine.dataset.TripleBarrier;

/** Distances of a label's barriers from the entry price, as fractions; NaN while the deviation is undefined or zero. */
final class Barriers {

    private Barriers() {}

    static double stopLoss(TripleBarrier label, double deviation) {
        return deviation > 0 ? label.stopLoss() * deviation : Double.NaN;
    }

    static double takeProfit(TripleBarrier label, double deviation) {
        return deviation > 0 ? label.takeProfit() * deviation : Double.NaN;
    }
}
