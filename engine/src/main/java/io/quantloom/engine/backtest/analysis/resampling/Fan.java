package io.quantloom.engine.backtest.analysis.resampling;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far simulated equity spreads: at each step the 5, 25, 50, 75 and 95 % quantiles over all paths, amounts in the
 * account currency. Immutable and safe for use by several threads; equal fans are equal to the bit.
 */
public final class Fan {

    /** The quantiles of a fan, ascending. */
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private final int[] steps;
    private final double[][] quantiles;

    private Fan(int[] steps, double[][] quantiles) {
        this.steps = steps;
        this.quantiles = quantiles;
    }

    /**
     * Returns a fan over the columns, which the caller gives away.
     *
     * @param steps how many trades or bars were done, ascending; the first is 0: the starting equity
     * @param quantiles for each of {@link #LEVELS} a value for each step
     * @throws IllegalArgumentException if a length is wrong
     */
    public static Fan of(int[] steps, double[][] quantiles) {
        if (quantiles.length != LEVELS.size()) {
            throw new IllegalArgumentException("a fan has " + LEVELS.size() + " quantiles, was " + quantiles.length);
        }
        for (double[] column : quantiles) {
            if (column.length != steps.length) {
                throw new IllegalArgumentException("steps and quantiles of a fan differ in length");
            }
        }
        return new Fan(steps, quantiles);
    }

    /** {@return the number of steps shown; a long path is shown at evenly spaced ones, first and last among them} */
    public int size() {
        return steps.length;
    }

    /** {@return how many trades or bars were done at step {@code i}} */
    public int step(int i) {
        return steps[i];
    }

    /** {@return the quantile {@code LEVELS.get(level)} of equity at step {@code i}} */
    public double value(int level, int i) {
        return quantiles[level][i];
    }

    /** {@return a copy of the quantile {@code LEVELS.get(level)} at every step} */
    public double[] values(int level) {
        return quantiles[level].clone();
    }

    /** {@return a copy of the steps} */
    public int[] steps() {
        return steps.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fan fan
                && Arrays.equals(steps, fan.steps)
                && Arrays.deepEquals(quantiles, fan.quantiles);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Arrays.deepHashCode(quantiles);
    }

    @Override
    public String toString() {
        return "fan of " + steps.length + " steps";
    }
}
