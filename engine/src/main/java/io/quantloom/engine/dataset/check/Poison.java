package io.quantloom.engine.dataset.check;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.random.RandomGenerator;

/** Another future: the same past to the bit, then other bars in an order of their own, scaled. */
final class Poison {

    private Poison() {}

    /** Returns the view with everything replaced that was not known at the close of the bar. */
    static MarketView after(MarketView view, int last, double factor, RandomGenerator random) {
        long known = MarketView.closeTime(view.bars(), last);
        MarketView poisoned = MarketView.of(after(view.bars(), last + 1, factor, random));
        for (BarSeries other : view.others()) {
            poisoned = poisoned.with(after(other, MarketView.closedBy(other, known), factor, random));
        }
        for (FundingRates rates : view.allFunding()) {
            long[] times = new long[rates.size()];
            double[] values = new double[rates.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = rates.time(i);
                values[i] = times[i] <= known ? rates.rate(i) : rates.rate(i) * factor + 1;
            }
            poisoned = poisoned.with(FundingRates.of(rates.symbol(), times, values));
        }
        return poisoned;
    }

    /** Returns the series with its bars [keep, size) replaced. */
    static BarSeries after(BarSeries bars, int keep, double factor, RandomGenerator random) {
        int size = bars.size();
        double[][] columns = {bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes()};
        for (int i = size - 1; i >= keep; i--) {
            int other = keep + random.nextInt(i - keep + 1);
            for (double[] column : columns) {
                double swap = column[i];
                column[i] = column[other];
                column[other] = swap;
            }
        }
        for (int i = keep; i < size; i++) {
            for (double[] column : columns) {
                column[i] *= factor;
            }
            // A volume becomes known or unknown too.
            columns[4][i] = Double.isNaN(columns[4][i]) ? 1e9 * factor : i % 7 == 3 ? Double.NaN : columns[4][i] + 1;
        }
        return BarSeries.ofColumns(
                bars.key(), bars.openTimes(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
