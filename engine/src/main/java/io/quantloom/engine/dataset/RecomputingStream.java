package io.quantloom.engine.dataset;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the history and computes all of it again at each bar: right for every set, O(n) a bar. What stands beside the bars
 * is looked up again only when it does not reach the bar.
 */
final class RecomputingStream implements FeatureStream {

    private final FeatureSet features;
    private final SeriesKey series;
    private final List<Bar> history = new ArrayList<>();
    private final Function<BarSeries, MarketView> beside;
    private @Nullable MarketView last;

    RecomputingStream(FeatureSet features, SeriesKey series, Function<BarSeries, MarketView> beside) {
        this.features = features;
        this.series = series;
        this.beside = beside;
    }

    @Override
    public double[] next(Bar bar) {
        history.add(bar);
        BarSeries bars = BarSeries.of(series, history);
        long close = bar.openTime() + series.timeframe().millis();
        MarketView before = last;
        MarketView view = before != null && before.reaches(close) ? before.over(bars) : beside.apply(bars);
        last = view;
        return features.compute(view).row(history.size() - 1);
    }
}
