package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Resampling;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.List;

/**
 * Columns of longer bars: at each close those of the last longer bar that had closed by then, never of the one under way.
 * Undefined throughout where the timeframe is no whole multiple of the series'.
 *
 * @param timeframe of the longer bars
 * @param inner what is computed on them
 */
record OnTimeframe(Timeframe timeframe, FeatureBlock inner) implements FeatureBlock {

    @Override
    public List<String> columns() {
        return inner.columns().stream().map(name -> name + "_" + timeframe).toList();
    }

    @Override
    public String text() {
        return inner.text() + " timeframe=" + timeframe;
    }

    @Override
    public List<FeatureInput> inputs() {
        return inner.inputs();
    }

    @Override
    public double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        long part = bars.key().timeframe().millis();
        if (timeframe.millis() < part || timeframe.millis() % part != 0) {
            return undefined(bars.size());
        }
        BarSeries longer = Resampling.of(bars, timeframe, Resampling.LastBar.COMPLETE_ONLY);
        return AsOf.join(inner.compute(view.over(longer)), longer, bars);
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        long part = series.timeframe().millis();
        if (timeframe.millis() < part || timeframe.millis() % part != 0) {
            return (_, _) -> undefinedRow();
        }
        var longer = new Resampling.Stream(series.timeframe(), timeframe);
        BlockStream stream = inner.stream(new SeriesKey(series.symbol(), timeframe, series.source()));
        double[][] last = {undefinedRow()};
        return (bar, beside) -> {
            for (Bar closed : longer.next(bar)) {
                last[0] = stream.next(closed, beside);
            }
            return last[0].clone();
        };
    }
}
