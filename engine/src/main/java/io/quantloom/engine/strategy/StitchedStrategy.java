package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.Optional;

/**
 * Strategies that decide one after the other, each for so many bars, over one account: a position is carried over a border,
 * only who decides changes.
 */
public final class StitchedStrategy implements Strategy {

    private static final Decision NOBODY = Decision.of(Target.FLAT, "nobody was chosen here");

    private final List<Leg> legs;
    private int leg;
    private int done;

    /**
     * A stretch of bars and who decides there.
     *
     * @param strategy warm on the bars before the stretch; empty: nobody, and the account is flat
     * @param bars how many, above zero
     */
    public record Leg(Optional<Strategy> strategy, int bars) {}

    /** Takes who decides when, in order; there must be a leg for every bar that is traded. */
    public StitchedStrategy(List<Leg> legs) {
        this.legs = List.copyOf(legs);
    }

    /** Hands the bars to the strategy, which holds nothing meanwhile. */
    public static void warmUp(Strategy strategy, BarSeries bars) {
        for (int i = 0; i < bars.size(); i++) {
            strategy.onClose(bars.bar(i), Target.FLAT);
        }
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        if (done == legs.get(leg).bars) {
            leg++;
            done = 0;
        }
        done++;
        return legs.get(leg)
                .strategy
                .map(strategy -> strategy.onClose(bar, held))
                .orElse(NOBODY);
    }

    @Override
    public int firstDefined() {
        return 0;
    }
}
