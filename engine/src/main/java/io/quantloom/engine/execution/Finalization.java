package io.quantloom.engine.execution;

/** What happens to a position that is open when the data ends. */
public enum Finalization {
    /** Closed at the last bar's close, with fee. */
    LAST_CLOSE,
    /** Closed at the last bar's open: a fill in the past, kept only to reproduce backtesting.py. */
    LAST_OPEN,
    /** Stays open, marked at the last close; no trade. */
    NONE
}
