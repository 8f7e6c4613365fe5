package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.time.Duration;
import java.util.List;

/**
 * Source 0's four live features (product.md 0.4), as they were known at each close: {@code change_1h_pct} and
 * {@code change_4h_pct}, the close against that of the last bar that had closed 1 and 4 hours before, × 100;
 * {@code volume_24h_usd}, Σ volume · close of the bars that closed within the last 24 hours, undefined before 24 hours of
 * history and where a volume is unknown; {@code funding_rate}, the last rate that was due, a fraction, positive: longs pay.
 * Undefined on bars longer than their span.
 */
record LiveBlock() implements FeatureBlock {

    static final List<String> COLUMNS = List.of("change_1h_pct", "change_4h_pct", "volume_24h_usd", "funding_rate");

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String text() {
        return "live4 columns=" + String.join(",", COLUMNS);
    }

    @Override
    public List<FeatureInput> inputs() {
        return List.of(new FeatureInput(FeatureInput.Kind.FUNDING, FeatureInput.SELF));
    }

    @Override
    public double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        double[][] columns = undefined(bars.size());
        long length = bars.key().timeframe().millis();
        for (int t = 0; t < bars.size(); t++) {
            long close = MarketView.closeTime(bars, t);
            if (length <= HOUR) {
                columns[0][t] = change(bars, t, close - HOUR);
            }
            if (length <= 4 * HOUR) {
                columns[1][t] = change(bars, t, close - 4 * HOUR);
            }
            if (length <= DAY && bars.openTime(0) <= close - DAY) {
                columns[2][t] = volume(bars, t, close - DAY);
            }
            columns[3][t] = funding(view.funding(), close);
        }
        return columns;
    }

    private static double change(BarSeries bars, int t, long time) {
        int closed = MarketView.closedBy(bars, time);
        return closed == 0 ? Double.NaN : (bars.close(t) / bars.close(closed - 1) - 1) * 100;
    }

    private static double volume(BarSeries bars, int t, long after) {
        double sum = 0;
        for (int i = MarketView.closedBy(bars, after); i <= t; i++) {
            sum += bars.volume(i) * bars.close(i);
        }
        return sum;
    }

    private static double funding(FundingRates rates, long close) {
        int due = rates.firstAtOrAfter(close + 1);
        return due == 0 ? Double.NaN : rates.rate(due - 1);
    }
}
