package io.quantloom.engine.market.twin;

/** What a twin's price does on average. */
public enum Drift {
    /** Nothing: the expected simple return of a bar is 0, so that holding earns nothing. */
    REMOVED,
    /** What the original's did: its mean simple return a bar. Then a pipeline that is always long earns it too. */
    KEPT;

    /** {@return the word used in files} */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
