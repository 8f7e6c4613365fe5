package io.quantloom.engine.dataset;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Keeps the history and computes all of it again at each bar: right for every set, O(n) a bar. */
final class RecomputingStream implements FeatureStream {

    /** No feature depends on whose bars they are. */
    private static final SeriesKey ANY = new SeriesKey(new Symbol("ANY"), Timeframe.HOUR, "stream");

    private final FeatureSet features;
    private final List<Bar> history = new ArrayList<>();

    RecomputingStream(FeatureSet features) {
        this.features = features;
    }

    @Override
    public double[] next(Bar bar) {
        history.add(bar);
        return features.compute(BarSeries.of(ANY, history)).row(history.size() - 1);
    }
}
