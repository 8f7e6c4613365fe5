package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a set of blocks bar by bar, each block going on from its state. What stands beside the bars is looked up again
 * only when it does not reach the bar; an instrument that is not known at the first bar stays unknown.
 */
final class DefinedStream implements FeatureStream {

    /** Finds what stands beside bars. */
    interface Beside {
        /** Returns a view with bars of the series, of which one is enough. */
        MarketView of(BarSeries bars);
    }

    private final SeriesKey series;
    private final List<BlockStream> blocks;
    private final int width;
    private final Beside source;
    private @Nullable MarketView last;

    DefinedStream(SeriesKey series, List<FeatureBlock> blocks, Beside source) {
        this.series = series;
        this.blocks = blocks.stream().map(block -> block.stream(series)).toList();
        this.width = blocks.stream().mapToInt(block -> block.columns().size()).sum();
        this.source = source;
    }

    @Override
    public double[] next(Bar bar) {
        MarketView view = last;
        if (view == null || !view.reaches(bar.openTime() + series.timeframe().millis())) {
            view = source.of(BarSeries.of(series, List.of(bar)));
            last = view;
        }
        return row(bar, view);
    }

    /** Takes the bar and what is known beside it. */
    double[] row(Bar bar, MarketView view) {
        double[] row = new double[width];
        int c = 0;
        for (BlockStream block : blocks) {
            double[] values = block.next(bar, view);
            System.arraycopy(values, 0, row, c, values.length);
            c += values.length;
        }
        return row;
    }
}
