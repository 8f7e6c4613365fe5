package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;

/**
 * Source 0's rule (product.md, 0.12), with lb the lookback and th the threshold: at the close of bar i from i = lb on,
 * {@code change = (p[i] − p[i−lb]) / p[i−lb]}; {@code change > th}: long; {@code change < −th}: short, or flat when long
 * only; else flat. Both comparisons are strict. It is the level that acts, at every close; before bar lb it answers
 * {@code HOLD}.
 *
 * <p>Its signal is the source's, its accounting is not: the signal of a close earns what comes after it. O(1) a bar.
 */
public final class MomentumStrategy implements Strategy {

    private static final Decision WARMING_UP = Decision.of(Target.HOLD, "fewer bars than the lookback");

    private final StrategySpec.Momentum spec;
    private final int lookback;
    private final double threshold;
    private final Decision up;
    private final Decision down;
    private final Decision inside;
    private final double[] closes;
    private int seen;
    private int next;

    /** Takes lookback, threshold and sides. */
    public MomentumStrategy(StrategySpec.Momentum spec) {
        this.spec = spec;
        this.lookback = spec.lookback();
        this.threshold = spec.threshold();
        this.closes = new double[lookback];
        String over = " over " + lookback + " bars";
        this.up = Decision.of(Target.LONG, "change above " + threshold + over);
        this.down = Decision.of(spec.longShort() ? Target.SHORT : Target.FLAT, "change below -" + threshold + over);
        this.inside = Decision.of(Target.FLAT, "change within " + threshold + over);
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        double before = closes[next];
        closes[next] = bar.close();
        next = next + 1 == lookback ? 0 : next + 1;
        if (seen < lookback) {
            seen++;
            return WARMING_UP;
        }
        double change = change(before, bar.close());
        return change > threshold ? up : change < -threshold ? down : inside;
    }

    /** {@return its lookback, threshold and side} */
    public StrategySpec.Momentum spec() {
        return spec;
    }

    /** Returns {@code (now − before) / before}. */
    public static double change(double before, double now) {
        return (now - before) / before;
    }

    @Override
    public int firstDefined() {
        return lookback;
    }
}
