package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a specification's strategy does with other parameters, its inputs computed once. Used by one thread. */
interface TradingRules {

    /** {@return what can be perturbed} */
    List<Parameter> parameters();

    /** {@return whether the parameters together make a strategy; those that are not named are the strategy's own} */
    boolean isPossible(Map<String, Double> parameters);

    /** Returns a fresh strategy with the parameters in place of its own; fails where a custom one cannot be made. */
    Outcome<Strategy> strategy(Map<String, Double> parameters);

    /** {@return why it may not have traded, as the end of a sentence; empty when unknown} */
    Optional<String> whyIdle();
}
