package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
    public BlockStream stream(SeriesKey series) {
        return new LiveStream(series);
    }

    /** Keeps the bars of the last day and the one before them. */
    private static final class LiveStream implements BlockStream {
        private final SeriesKey series;
        private final long length;
        private final Deque<Bar> recent = new ArrayDeque<>();
        private long first = Long.MIN_VALUE;

        LiveStream(SeriesKey series) {
            this.series = series;
            this.length = series.timeframe().millis();
        }

        @Override
        public double[] next(Bar bar, MarketView beside) {
            first = first == Long.MIN_VALUE ? bar.openTime() : first;
            recent.addLast(bar);
            long close = bar.openTime() + length;
            while (recent.size() > 1 && secondHadClosedBy(close - DAY)) {
                recent.removeFirst();
            }
            return new double[] {
                length <= HOUR ? change(bar, close - HOUR) : Double.NaN,
                length <= 4 * HOUR ? change(bar, close - 4 * HOUR) : Double.NaN,
                length <= DAY && first <= close - DAY ? volume(close - DAY) : Double.NaN,
                funding(beside.funding(series.symbol()), close)
            };
        }

        private boolean secondHadClosedBy(long time) {
            Iterator<Bar> bars = recent.iterator();
            bars.next();
            return bars.next().openTime() + length <= time;
        }

        private double change(Bar bar, long time) {
            for (Iterator<Bar> back = recent.descendingIterator(); back.hasNext(); ) {
                Bar earlier = back.next();
                if (earlier.openTime() + length <= time) {
                    return (bar.close() / earlier.close() - 1) * 100;
                }
            }
            return Double.NaN;
        }

        private double volume(long after) {
            double sum = 0;
            for (Bar bar : recent) {
                if (bar.openTime() + length > after) {
                    sum += bar.volume() * bar.close();
                }
            }
            return sum;
        }
    }

    private static double funding(FundingRates rates, long close) {
        int due = rates.firstAtOrAfter(close + 1);
        return due == 0 ? Double.NaN : rates.rate(due - 1);
    }
}
