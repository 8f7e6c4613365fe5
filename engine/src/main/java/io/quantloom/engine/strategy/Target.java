package io.quantloom.engine.strategy;

/** The position a strategy wants from the next open on. */
public enum Target {
    /** Keep what is there. */
    HOLD,
    /** Be long. */
    LONG,
    /** Be short. */
    SHORT,
    /** Hold nothing. */
    FLAT
}
