package io.quantloom.engine.backtest.analysis.rerun;

/**
 * A number of a strategy that could have been another one. Immutable.
 *
 * @param name as in the specification
 * @param value what it is
 * @param step to the neighbors, above zero: 10 % of a window or a distance, whole and at least 1 for windows; 0.01 for a
 *     probability
 */
public record Parameter(String name, double value, double step) {

    static Parameter window(String name, int value) {
        return new Parameter(name, value, Math.max(1, Math.round(0.1 * value)));
    }

    static Parameter probability(String name, double value) {
        return new Parameter(name, value, 0.01);
    }

    static Parameter distance(String name, double value) {
        return new Parameter(name, value, 0.1 * value);
    }

    /** {@return the value so many steps away, without the noise of decimal fractions} */
    double at(int steps) {
        return Math.round((value + steps * step) * 1e10) / 1e10;
    }
}
