package io.quantloom.engine.backtest.analysis.resampling;

/** What a simulated path is made of. */
public enum MonteCarloMethod {
    /** The trades in another order: what another sequence of the same trades would have felt like. */
    SHUFFLED_TRADES("shuffled-trades"),
    /** As many trades, drawn with replacement: what other trades of the same kind would have given. */
    RESAMPLED_TRADES("resampled-trades"),
    /** As many bars, drawn in blocks by the stationary bootstrap: the same, and trades may hang together. */
    RESAMPLED_BLOCKS("resampled-blocks");

    private final String key;

    MonteCarloMethod(String key) {
        this.key = key;
    }

    /** {@return its name in files} */
    public String key() {
        return key;
    }
}
