package io.quantloom.engine.indicator.ta4j;

import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.num.Num;

/**
 * Simple moving average {@code x[i−n+1] + Σ(x[j] − x[i−n+1]) / n}. ta4j's own keeps a running total, which drifts, depends on
 * the bars it was asked for before, and is undefined for ever after one undefined value. Values that do not move give
 * averages that are exactly equal, whatever their windows. O(n) a bar.
 */
final class ExactAverage extends CachedIndicator<Num> {

    private final Indicator<Num> values;
    private final int window;

    ExactAverage(Indicator<Num> values, int window) {
        super(values);
        this.values = values;
        this.window = window;
    }

    @Override
    protected Num calculate(int index) {
        int first = Math.max(0, index - window + 1);
        Num base = values.getValue(first);
        Num sum = getBarSeries().numFactory().zero();
        for (int i = first; i <= index; i++) {
            sum = sum.plus(values.getValue(i).minus(base));
        }
        return base.plus(sum.dividedBy(getBarSeries().numFactory().numOf(index - first + 1)));
    }

    @Override
    public int getCountOfUnstableBars() {
        return values.getCountOfUnstableBars() + window - 1;
    }
}
