package io.quantloom.engine.indicator.talib;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.stream.IndicatorStream;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * TA-Lib itself over the last bars, for what it computes from a window of known length afresh at each bar, in an order that
 * does not depend on where the window stands: extremes, differences, regressions. O(length) a bar.
 */
final class WindowStream implements IndicatorStream {

    private static final SeriesKey ANY = new SeriesKey(new Symbol("WINDOW"), Timeframe.HOUR, "window");

    private final String name;
    private final Numbers numbers;
    private final int length;
    private final Deque<Bar> recent = new ArrayDeque<>();

    /**
     * Begins without bars.
     *
     * @param length bars that a value is computed from, its own included
     */
    WindowStream(String name, Numbers numbers, int length) {
        this.name = name;
        this.numbers = numbers;
        this.length = length;
    }

    @Override
    public double[] next(Bar bar) {
        recent.addLast(bar);
        if (recent.size() > length) {
            recent.removeFirst();
        }
        double[][] columns = TalibCatalog.compute(name, numbers.values(), BarSeries.of(ANY, List.copyOf(recent)));
        double[] values = new double[columns.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = columns[c][recent.size() - 1];
        }
        return values;
    }
}
