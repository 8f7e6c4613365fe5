package io.quantloom.engine.dataset.label;

import io.quantloom.engine.dataset.label.Labels.Barrier;
import io.quantloom.engine.dataset.label.Labels.Label;
import io.quantloom.engine.market.BarSeries;
import java.util.Optional;

/** Walks from an event to the first of its barriers, for a long or a short position. */
final class BarrierWalk {

    private final TripleBarrier definition;
    private final BarSeries bars;
    private final boolean atCloses;

    BarrierWalk(TripleBarrier definition, BarSeries bars) {
        this.definition = definition;
        this.bars = bars;
        this.atCloses = definition.touch() == TripleBarrier.Touch.CLOSE;
    }

    /**
     * Returns the label of the event, or nothing where the last bar does not decide it.
     *
     * @param t bar of the event
     * @param unit what barriers are multiples of, a fraction above zero
     * @param side +1 or −1
     */
    Optional<Label> from(int t, double unit, int side) {
        if (t + 1 >= bars.size()) {
            return Optional.empty();
        }
        double price = definition.entry() == TripleBarrier.Entry.CLOSE ? bars.close(t) : bars.open(t + 1);
        double take = price * (1 + side * (definition.takeProfit() * unit));
        double stop = price * (1 - side * (definition.stopLoss() * unit));
        double volatility = definition.width() == TripleBarrier.Width.VOLATILITY ? unit : Double.NaN;
        int last = Math.min(t + definition.horizon(), bars.size() - 1);
        for (int j = t + 1; j <= last; j++) {
            boolean stopped = side * against(j, side) <= side * stop;
            boolean taken = side * with(j, side) >= side * take;
            // The stop is asked first: of both in one bar it counts. A bar that opens beyond a barrier ends at its
            // open.
            if (stopped || taken) {
                double exit = exit(j, stopped ? stop : take, stopped ? -side : side);
                Barrier barrier = stopped ? Barrier.STOP_LOSS : Barrier.TAKE_PROFIT;
                double total = side * (exit / price - 1);
                return Optional.of(
                        new Label(t, j, stopped ? -1 : 1, barrier, volatility, total, side, stopped && taken));
            }
        }
        if (t + definition.horizon() >= bars.size()) {
            return Optional.empty();
        }
        double total = side * (bars.close(last) / price - 1);
        int sign = definition.vertical() == TripleBarrier.Vertical.SIGN ? (int) Math.signum(total) : 0;
        return Optional.of(new Label(t, last, sign, Barrier.TIME, volatility, total, side, false));
    }

    private double against(int j, int side) {
        return atCloses ? bars.close(j) : side > 0 ? bars.low(j) : bars.high(j);
    }

    private double with(int j, int side) {
        return atCloses ? bars.close(j) : side > 0 ? bars.high(j) : bars.low(j);
    }

    /** {@return the barrier, or the open beyond it in the direction it was crossed} */
    private double exit(int j, double barrier, int direction) {
        if (atCloses) {
            return bars.close(j);
        }
        return direction > 0 ? Math.max(barrier, bars.open(j)) : Math.min(barrier, bars.open(j));
    }
}
