package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A named, versioned recipe for features. The same code serves training, backtest and live trading; row {@code t} over
 * bars {@code [0, t]} has the same bits as row {@code t} over any longer series. Implementations are immutable.
 */
public interface FeatureSet {

    /** {@return its name, for example {@code alpha19}, or {@code swing@2}: version 2 of a set of the workspace} */
    String name();

    /** {@return its parameters that have the value of its file, by name with that value, ascending} */
    default SortedMap<String, String> parameters() {
        return Collections.emptySortedMap();
    }

    /**
     * Returns the set with other values of some parameters: a set of its own, called {@code swing@2(window=10)} after what
     * differs from the file. INVALID for a parameter that it has not, or a value that it cannot be computed with.
     *
     * @param values by name, numbers or words
     */
    default Outcome<FeatureSet> with(SortedMap<String, String> values) {
        return values.isEmpty()
                ? Outcome.success(this)
                : Outcome.failed(Failure.of(
                        Reason.INVALID,
                        name() + " without parameters, since it has none",
                        String.join(", ", values.keySet()),
                        "features",
                        ""));
    }

    /** {@return names of the columns in their order} */
    List<String> columns();

    /** {@return the number of first bars on which at least one column is undefined whatever the prices} */
    int warmUp();

    /** {@return the same for bars of the timeframe, where columns of longer bars make it depend on that} */
    default int warmUp(Timeframe timeframe) {
        return warmUp();
    }

    /** {@return what it needs beside the bars, ascending} */
    default List<FeatureInput> inputs() {
        return List.of();
    }

    /** Returns a view of the bars with what this set needs beside them, as far as that is known. */
    default MarketView view(BarSeries bars) {
        return MarketView.of(bars);
    }

    /**
     * Returns one row for every bar of the series; what is needed beside it is looked up, and columns of what is not known
     * are undefined throughout.
     */
    FeatureMatrix compute(BarSeries bars);

    /** Returns one row for every bar of the view's series, from the view alone. */
    default FeatureMatrix compute(MarketView view) {
        return compute(view.bars());
    }

    /**
     * Returns a fresh stream that computes one row a bar, equal to {@link #compute} bit for bit. This default computes the
     * whole history again at each bar; sets that can go on from their state do that instead.
     *
     * @param series whose bars will come
     */
    default FeatureStream stream(SeriesKey series) {
        return new RecomputingStream(this, series, this::view);
    }

    /**
     * Returns such a stream that takes what stands beside the bars from the view and looks nothing up.
     *
     * @param beside whose bars say which series it is; the stream begins before the first of them
     */
    default FeatureStream stream(MarketView beside) {
        return inputs().isEmpty()
                ? stream(beside.bars().key())
                : new RecomputingStream(this, beside.bars().key(), beside::over);
    }

    /** {@return a hash over name, version and definition: equal fingerprints give equal features} */
    Sha256 fingerprint();
}
