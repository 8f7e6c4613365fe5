package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;

/**
 * Two simple moving averages of the close (contracts.md, Backtest specification). At the close of bar t, both averages
 * defined at t − 1 and t, so first at t = slow: crossing up is {@code fast[t−1] < slow[t−1]} and
 * {@code fast[t] > slow[t]}, crossing down likewise, all strict. Up sets the target to long; down to short or flat.
 * Otherwise it answers {@code HOLD}: it is the crossing that acts, not the level.
 *
 * <p>The averages are compared by the sums of the distances from the oldest close in the slow window, so that prices that
 * do not move give averages that are exactly equal ({@link SmaOrder}). O(slow) a bar; allocates nothing without a crossing.
 */
public final class SmaCrossStrategy implements Strategy {

    private static final Decision WARMING_UP = Decision.of(Target.HOLD, "averages not yet defined");
    private static final Decision NO_CROSSING = Decision.of(Target.HOLD, "no crossing");

    private final StrategySpec.SmaCross spec;
    private final int fast;
    private final int slow;
    private final Decision up;
    private final Decision down;
    // A ring written twice, so that the last "slow" closes always stand in one piece, oldest at "next".
    private final double[] closes;
    private int seen;
    private int next;
    private int side;

    /** Takes the windows and whether a crossing down goes short. */
    public SmaCrossStrategy(StrategySpec.SmaCross spec) {
        this.spec = spec;
        this.fast = spec.fast();
        this.slow = spec.slow();
        this.closes = new double[2 * slow];
        String averages = "SMA " + fast + " crosses ";
        this.up = Decision.of(Target.LONG, averages + "above SMA " + slow);
        this.down = Decision.of(spec.longShort() ? Target.SHORT : Target.FLAT, averages + "below SMA " + slow);
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        closes[next] = bar.close();
        closes[next + slow] = bar.close();
        next = next + 1 == slow ? 0 : next + 1;
        if (seen < slow) {
            seen++;
            if (seen < slow) {
                return WARMING_UP;
            }
            side = sideOfFast();
            return WARMING_UP;
        }
        int before = side;
        side = sideOfFast();
        if (before < 0 && side > 0) {
            return up;
        }
        return before > 0 && side < 0 ? down : NO_CROSSING;
    }

    @Override
    public int firstDefined() {
        return slow - 1;
    }

    /** {@return its windows and side} */
    public StrategySpec.SmaCross spec() {
        return spec;
    }

    private int sideOfFast() {
        return SmaOrder.of(closes, next, fast, slow);
    }
}
