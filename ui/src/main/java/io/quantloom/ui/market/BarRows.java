package io.quantloom.ui.market;

import io.quantloom.ui.chart.layer.ChartBars;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The bars of a series as table rows, newest first, each made when it is looked at: a million bars cost nothing. */
public final class BarRows extends AbstractList<BarRows.Row> implements RandomAccess {

    /**
     * One bar.
     *
     * @param time open time, epoch milliseconds UTC
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param close last price
     * @param volume units, NaN when unknown
     * @param change of the close against the one before, a fraction; NaN for the first bar
     */
    public record Row(long time, double open, double high, double low, double close, double volume, double change) {}

    private final ChartBars bars;

    BarRows(ChartBars bars) {
        this.bars = bars;
    }

    @Override
    public Row get(int index) {
        int i = bars.size() - 1 - index;
        return new Row(
                bars.time(i),
                bars.open(i),
                bars.high(i),
                bars.low(i),
                bars.close(i),
                bars.volume(i),
                i == 0 ? Double.NaN : bars.close(i) / bars.close(i - 1) - 1);
    }

    @Override
    public int size() {
        return bars.size();
    }
}
