package io.quantloom.engine.order;

/** Direction of an order or a fill. */
public enum OrderSide {
    /** Adds to the position. */
    BUY,
    /** Takes from the position. */
    SELL
}
