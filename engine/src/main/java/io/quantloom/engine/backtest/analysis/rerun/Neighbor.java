package io.quantloom.engine.backtest.analysis.rerun;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The strategy with slightly other parameters. Immutable.
 *
 * @param parameters by name, in the order of the specification
 * @param sharpe annualized Sharpe ratio; NaN when undefined
 * @param totalReturn net, a fraction; −1 for a ruined account
 * @param trades finished ones
 */
public record Neighbor(Map<String, Double> parameters, double sharpe, double totalReturn, int trades) {

    /** Copies the map, keeping its order. */
    public Neighbor {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
