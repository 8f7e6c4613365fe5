package io.quantloom.engine.dataset.label;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;

/** Small series whose numbers can be checked with a pencil: hourly, no gaps. */
public final class HandMade {

    private HandMade() {}

    /** Bars of these closes; each opens at the close before and has no wicks. */
    public static BarSeries closes(double... closes) {
        int size = closes.length;
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int t = 0; t < size; t++) {
            times[t] = 1_600_000_000_000L / 3_600_000 * 3_600_000 + t * 3_600_000L;
            double open = t == 0 ? closes[0] : closes[t - 1];
            columns[0][t] = open;
            columns[1][t] = Math.max(open, closes[t]);
            columns[2][t] = Math.min(open, closes[t]);
            columns[3][t] = closes[t];
            columns[4][t] = 100 + t;
        }
        var key = new SeriesKey(new Symbol("HAND"), Timeframe.HOUR, "hand");
        return BarSeries.ofColumns(key, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
