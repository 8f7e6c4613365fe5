package io.quantloom.engine.strategy;

import io.quantloom.engine.market.Bar;
import java.util.Arrays;
import java.util.OptionalInt;

/** Probabilities computed before the run, one for each bar in order: for backtests. */
public final class BatchForecast implements Forecast {

    private static final int[] NO_SIDES = {};

    private final double[] probabilities;
    private final double[] stopLosses;
    private final double[] takeProfits;
    private final int firstDefined;
    // Empty for a model that speaks of prices.
    private final int[] sides;
    private int bar = -1;

    private BatchForecast(
            double[] probabilities, double[] stopLosses, double[] takeProfits, int firstDefined, int[] sides) {
        this.probabilities = probabilities;
        this.stopLosses = stopLosses;
        this.takeProfits = takeProfits;
        this.firstDefined = firstDefined;
        this.sides = sides;
    }

    /**
     * Returns a forecast without barriers, defined from the first probability on.
     *
     * @param probabilities one for each bar that will be traded, oldest first; NaN where undefined; copied
     */
    public static BatchForecast of(double[] probabilities) {
        return of(probabilities, firstDefined(probabilities));
    }

    /**
     * Returns a forecast without barriers.
     *
     * @param firstDefined index of the first bar on which every feature is defined whatever the prices
     */
    public static BatchForecast of(double[] probabilities, int firstDefined) {
        double[] none = new double[0];
        return new BatchForecast(probabilities.clone(), none, none, firstDefined, NO_SIDES);
    }

    /**
     * Returns a forecast with the label's barriers, defined from the first probability on.
     *
     * @param stopLosses distances as fractions of the entry price, one for each bar, NaN where there is none; copied
     * @param takeProfits likewise
     * @throws IllegalArgumentException if the lengths differ
     */
    public static BatchForecast of(double[] probabilities, double[] stopLosses, double[] takeProfits) {
        return of(probabilities, stopLosses, takeProfits, firstDefined(probabilities));
    }

    /**
     * Returns a forecast with the label's barriers.
     *
     * @param firstDefined index of the first bar on which every feature is defined whatever the prices
     * @throws IllegalArgumentException if the lengths differ
     */
    public static BatchForecast of(
            double[] probabilities, double[] stopLosses, double[] takeProfits, int firstDefined) {
        if (probabilities.length != stopLosses.length || probabilities.length != takeProfits.length) {
            throw new IllegalArgumentException("probabilities and barriers differ in length");
        }
        return new BatchForecast(
                probabilities.clone(), stopLosses.clone(), takeProfits.clone(), firstDefined, NO_SIDES);
    }

    /**
     * Returns the forecast of a model that judges another's signals, before its first bar.
     *
     * @param ofSignals the side of each bar: +1 long, −1 short, 0 none; copied
     * @throws IllegalArgumentException if they are not as many as probabilities
     */
    public BatchForecast judging(int[] ofSignals) {
        if (ofSignals.length != probabilities.length) {
            throw new IllegalArgumentException("probabilities and sides differ in length");
        }
        return new BatchForecast(probabilities, stopLosses, takeProfits, firstDefined, ofSignals.clone());
    }

    /** {@return the same forecast before its first bar} */
    public BatchForecast fresh() {
        return new BatchForecast(probabilities, stopLosses, takeProfits, firstDefined, sides);
    }

    /** Returns the forecast of the bars [from, to) alone, before its first bar. */
    public BatchForecast slice(int from, int to) {
        boolean barriers = stopLosses.length > 0;
        return new BatchForecast(
                Arrays.copyOfRange(probabilities, from, to),
                barriers ? Arrays.copyOfRange(stopLosses, from, to) : stopLosses,
                barriers ? Arrays.copyOfRange(takeProfits, from, to) : takeProfits,
                Math.max(0, firstDefined - from),
                sides.length > 0 ? Arrays.copyOfRange(sides, from, to) : sides);
    }

    /** {@return the number of bars it is made for} */
    public int size() {
        return probabilities.length;
    }

    /** {@return the probability at the close of bar {@code i}, NaN where undefined} */
    public double probability(int i) {
        return probabilities[i];
    }

    /** {@return the distance of the lower barrier at bar {@code i}, NaN where there is none} */
    public double stopLoss(int i) {
        return stopLosses.length == 0 ? Double.NaN : stopLosses[i];
    }

    /** {@return the distance of the upper barrier at bar {@code i}, NaN where there is none} */
    public double takeProfit(int i) {
        return takeProfits.length == 0 ? Double.NaN : takeProfits[i];
    }

    /** {@return the side of the signals judged at bar {@code i}; empty for a model that speaks of prices} */
    public OptionalInt side(int i) {
        return sides.length == 0 ? OptionalInt.empty() : OptionalInt.of(sides[i]);
    }

    private static int firstDefined(double[] probabilities) {
        int first = 0;
        while (first < probabilities.length && Double.isNaN(probabilities[first])) {
            first++;
        }
        return first;
    }

    @Override
    public double onClose(Bar closed) {
        bar++;
        return probabilities[bar];
    }

    @Override
    public double stopLoss() {
        return stopLoss(bar);
    }

    @Override
    public double takeProfit() {
        return takeProfit(bar);
    }

    @Override
    public OptionalInt side() {
        return side(bar);
    }

    @Override
    public int firstDefined() {
        return firstDefined;
    }
}
