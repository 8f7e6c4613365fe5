package io.quantloom.engine.order;

import io.quantloom.engine.instrument.Symbol;

/**
 * An instruction to trade. Immutable.
 *
 * @param id given by the sender, unique within its account; what the venue itself sends has ids below zero
 * @param instrument what to trade
 * @param side direction
 * @param lots quantity in whole lots, above zero
 * @param type at which price
 * @param timeInForce how long
 * @param reduceOnly whether it may only make a position smaller: it is cut to the position, and ends with it
 * @param group orders of one group (not 0) exclude each other: where one is done, the others are canceled; where a part of
 *     a limit order is done, the others shrink by that part
 * @param reason why it was sent
 */
public record Order(
        long id,
        Symbol instrument,
        OrderSide side,
        long lots,
        OrderType type,
        TimeInForce timeInForce,
        boolean reduceOnly,
        long group,
        FillReason reason) {

    private static final OrderType MARKET = new OrderType.Market();

    /** Checks the quantity. */
    public Order {
        if (lots <= 0) {
            throw new IllegalArgumentException("an order must be of at least one lot, was " + lots);
        }
    }

    /** Returns a market order that stands alone and is good till canceled. */
    public static Order market(
            long id, Symbol instrument, OrderSide side, long lots, boolean reduceOnly, FillReason reason) {
        return new Order(id, instrument, side, lots, MARKET, TimeInForce.GTC, reduceOnly, 0, reason);
    }
}
