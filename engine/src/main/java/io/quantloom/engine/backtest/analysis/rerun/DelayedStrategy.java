package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A strategy whose every decision arrives some bars late: what it decided at the close of bar t is answered at the close of
 * t + delay, and filled at the open after that. It is told the position that is held, as always, so it decides on a
 * position that its late decisions have not yet changed. What is still under way when the data ends is lost.
 */
public final class DelayedStrategy implements Strategy {

    private final Strategy strategy;
    private final int delayBars;
    private final Deque<Decision> underWay = new ArrayDeque<>();

    /**
     * Takes what to delay.
     *
     * @param strategy a fresh one
     * @param delayBars zero or more
     */
    public DelayedStrategy(Strategy strategy, int delayBars) {
        if (delayBars < 0) {
            throw new IllegalArgumentException("a delay must be zero or more bars, was " + delayBars);
        }
        this.strategy = strategy;
        this.delayBars = delayBars;
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        underWay.addLast(strategy.onClose(bar, held));
        return underWay.size() > delayBars ? underWay.removeFirst() : Decision.NONE;
    }

    @Override
    public int firstDefined() {
        return strategy.firstDefined();
    }
}
