package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;

/**
 * Finds how many first rows of a set are undefined by computing it over ordinary prices: bars that begin with a whole
 * longer bar (a Monday), volumes known, other instruments and funding known from before the first bar.
 */
final class WarmUp {

    private static final int FIRST_TRY = 256;
    private static final int LAST_TRY = 1 << 15;
    // Monday 1970-01-05: longer bars up to weeks begin here too.
    private static final long MONDAY = 4L * 86_400_000;

    private WarmUp() {}

    /** Returns the number; that of the longest trial where a column stays undefined. */
    static int of(FeatureSet set, Timeframe timeframe) {
        for (int size = FIRST_TRY; size < LAST_TRY; size *= 2) {
            FeatureMatrix matrix = set.compute(view(set, timeframe, size));
            int defined = size;
            while (defined > 0 && matrix.isDefined(defined - 1)) {
                defined--;
            }
            if (defined < size) {
                return defined;
            }
        }
        return LAST_TRY;
    }

    private static MarketView view(FeatureSet set, Timeframe timeframe, int size) {
        var symbol = new Symbol("WARM-UP");
        MarketView view = MarketView.of(bars(symbol, timeframe, size));
        for (FeatureInput input : set.inputs()) {
            Symbol of = input.symbol().equals(FeatureInput.SELF) ? symbol : input.symbol();
            view = input.kind() == FeatureInput.Kind.BARS
                    ? view.with(bars(of, timeframe, size))
                    : view.with(FundingRates.of(of, new long[] {0}, new double[] {1e-4}));
        }
        return view;
    }

    private static BarSeries bars(Symbol symbol, Timeframe timeframe, int size) {
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        for (int t = 0; t < size; t++) {
            times[t] = MONDAY + t * timeframe.millis();
            double close = 100 + 5 * StrictMath.sin(0.7 * t) + 3 * StrictMath.sin(0.11 * t * t) + 0.001 * t;
            columns[0][t] = last;
            columns[1][t] = Math.max(last, close) + 1 + StrictMath.sin(1.3 * t);
            columns[2][t] = Math.min(last, close) - 1 - StrictMath.cos(1.7 * t);
            columns[3][t] = close;
            columns[4][t] = 1000 + 100 * StrictMath.sin(0.9 * t);
            last = close;
        }
        return BarSeries.ofColumns(
                new SeriesKey(symbol, timeframe, "warm-up"),
                times,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4]);
    }
}
