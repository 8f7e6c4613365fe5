package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.BarSeries;
import java.util.List;

/**
 * A named, versioned recipe for features. The same code serves training, backtest and live trading; row {@code t} over
 * bars {@code [0, t]} has the same bits as row {@code t} over any longer series. Implementations are immutable.
 */
public interface FeatureSet {

    /** {@return its name, for example {@code alpha19}} */
    String name();

    /** {@return names of the columns in their order} */
    List<String> columns();

    /** {@return the number of first bars on which at least one column is undefined whatever the prices} */
    int warmUp();

    /** Returns one row for every bar of the series. */
    FeatureMatrix compute(BarSeries bars);

    /**
     * Returns a fresh stream that computes one row a bar, equal to {@link #compute} bit for bit. This default computes the
     * whole history again at each bar; sets that can go on from their state do that instead.
     */
    default FeatureStream stream() {
        return new RecomputingStream(this);
    }

    /** {@return a hash over name, version and definition: equal fingerprints give equal features} */
    Sha256 fingerprint();
}
