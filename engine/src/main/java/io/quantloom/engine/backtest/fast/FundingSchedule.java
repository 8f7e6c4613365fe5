package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.Arrays;

/**
 * When the kernel pays funding, by bar: rates that fall into the gap before a bar are paid ahead of its fills at the last
 * close, rates inside it after its fills at its open. Rates before the first bar and after the last one are never paid.
 * Immutable.
 */
final class FundingSchedule {

    /** No funding at all. */
    static final FundingSchedule NONE = new FundingSchedule(new int[0], new boolean[0], new double[0]);

    // One for each payment, in the kernel's order.
    private final int[] bars;
    private final boolean[] inside;
    private final double[] rates;

    private FundingSchedule(int[] bars, boolean[] inside, double[] rates) {
        this.bars = bars;
        this.inside = inside;
        this.rates = rates;
    }

    static FundingSchedule of(BarSeries series, FundingRates funding) {
        int[] bars = new int[funding.size()];
        boolean[] inside = new boolean[funding.size()];
        double[] rates = new double[funding.size()];
        long length = series.key().timeframe().millis();
        int next = funding.firstAtOrAfter(series.openTime(0));
        int count = 0;
        for (int bar = 0; bar < series.size() && next < funding.size(); bar++) {
            long open = series.openTime(bar);
            while (next < funding.size() && funding.time(next) < open + length) {
                bars[count] = bar;
                inside[count] = funding.time(next) >= open;
                rates[count] = funding.rate(next);
                count++;
                next++;
            }
        }
        return new FundingSchedule(
                Arrays.copyOf(bars, count), Arrays.copyOf(inside, count), Arrays.copyOf(rates, count));
    }

    int size() {
        return bars.length;
    }

    /** The bar of payment {@code i}; {@link Integer#MAX_VALUE} past the last one. */
    int bar(int i) {
        return i < bars.length ? bars[i] : Integer.MAX_VALUE;
    }

    /** Whether payment {@code i} falls into its bar rather than into the gap before it. */
    boolean isInside(int i) {
        return inside[i];
    }

    double rate(int i) {
        return rates[i];
    }
}
