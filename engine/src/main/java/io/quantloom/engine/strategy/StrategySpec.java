package io.quantloom.engine.strategy;

import io.quantloom.engine.model.ModelRef;
import java.util.Optional;
import java.util.OptionalDouble;

/** What to trade by (contracts.md, Backtest specification). */
public sealed interface StrategySpec {

    /**
     * Two simple moving averages of the close; acts on the crossing.
     *
     * @param fast window of the fast average, above zero
     * @param slow window of the slow average, above {@code fast}
     * @param longShort whether a crossing down goes short rather than flat
     */
    record SmaCross(int fast, int slow, boolean longShort) implements StrategySpec {}

    /**
     * A registered model; what is empty is taken from the version's card.
     *
     * @param model which
     * @param threshold entry threshold
     * @param exitThreshold exit threshold
     * @param longShort whether it may go short
     */
    record Model(ModelRef model, OptionalDouble threshold, OptionalDouble exitThreshold, Optional<Boolean> longShort)
            implements StrategySpec {}
}
