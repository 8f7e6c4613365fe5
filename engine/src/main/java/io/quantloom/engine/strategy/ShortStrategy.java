package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;

/** Trades a model of falls: where another strategy would be long, this one is short. Used by one thread. */
public final class ShortStrategy implements Strategy {

    private final Strategy mirrored;

    /** Takes the strategy that speaks of rises; one that goes short itself is not mirrored twice. */
    public ShortStrategy(Strategy mirrored) {
        this.mirrored = mirrored;
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        Decision decision = mirrored.onClose(bar, turned(held));
        return new Decision(
                turned(decision.target()),
                decision.probability(),
                decision.stopLoss(),
                decision.takeProfit(),
                decision.reason());
    }

    private static Target turned(Target target) {
        return switch (target) {
            case LONG -> Target.SHORT;
            case SHORT -> Target.LONG;
            case HOLD, FLAT -> target;
        };
    }

    @Override
    public int firstDefined() {
        return mirrored.firstDefined();
    }
}
