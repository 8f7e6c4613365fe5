package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;

/** Brings columns of one series to the bars of another: at each close, the value of the last bar that had closed by then. */
final class AsOf {

    private AsOf() {}

    /** Returns the columns at the bars; undefined before the first bar had closed. O(n). */
    static double[][] join(double[][] columns, BarSeries from, BarSeries to) {
        double[][] joined = new double[columns.length][to.size()];
        for (double[] column : joined) {
            Arrays.fill(column, Double.NaN);
        }
        int closed = 0;
        for (int t = 0; t < to.size(); t++) {
            long close = MarketView.closeTime(to, t);
            while (closed < from.size() && MarketView.closeTime(from, closed) <= close) {
                closed++;
            }
            for (int c = 0; c < columns.length && closed > 0; c++) {
                joined[c][t] = columns[c][closed - 1];
            }
        }
        return joined;
    }
}
