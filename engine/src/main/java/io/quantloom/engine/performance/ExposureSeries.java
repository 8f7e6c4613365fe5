package io.quantloom.engine.performance;

import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.OrderSide;
import java.util.List;

/** How much of the account was in the market at each close. Pure functions. */
public final class ExposureSeries {

    private ExposureSeries() {}

    /**
     * Returns {@code units · close / equity} at each bar: 1 is all of the equity, negative is short, 0 is flat; NaN where
     * equity is not above zero. The units are the sum of the fills up to and with the bar.
     *
     * @param bars those of the curve, one for each of its values at least
     * @param fills in the order they happened, each at the open time of its bar
     */
    public static TimeSeries of(BarSeries bars, EquityCurve curve, List<Fill> fills) {
        double[] values = new double[curve.size()];
        long lots = 0;
        double lot = 0;
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            while (next < fills.size() && fills.get(next).time() <= curve.time(i)) {
                Fill fill = fills.get(next);
                lots += fill.side() == OrderSide.BUY ? fill.lots() : -fill.lots();
                lot = fill.units() / fill.lots();
                next++;
            }
            double equity = curve.value(i);
            values[i] = equity > 0 ? lots * lot * bars.close(i) / equity : Double.NaN;
        }
        return TimeSeries.of(curve.times(), values);
    }
}
