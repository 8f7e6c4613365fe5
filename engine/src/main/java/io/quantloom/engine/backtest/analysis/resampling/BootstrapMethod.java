package io.quantloom.engine.backtest.analysis.resampling;

/** How returns are drawn again so that what hangs together in time stays together. */
public enum BootstrapMethod {
    /** Blocks of geometrically distributed length, wrapped around the end (D. N. Politis, J. P. Romano, 1994). */
    STATIONARY("stationary"),
    /** Overlapping blocks of one fixed length (H. R. Künsch, 1989). */
    MOVING_BLOCK("moving-block");

    private final String key;

    BootstrapMethod(String key) {
        this.key = key;
    }

    /** {@return its name in files} */
    public String key() {
        return key;
    }
}
