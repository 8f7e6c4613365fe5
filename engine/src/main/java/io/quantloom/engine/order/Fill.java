package io.quantloom.engine.order;

/**
 * An order done at a price. Immutable; equal fills are equal to the bit.
 *
 * @param time open time of the bar in which it happened, epoch milliseconds UTC
 * @param side direction
 * @param lots quantity in whole lots, above zero
 * @param units quantity in units, {@code lots × lot}
 * @param price quote currency per unit, slippage and spread included
 * @param fee taken from cash, zero or more
 * @param slippage part of {@code units × price} lost to slippage and spread, zero or more
 * @param reason why
 */
public record Fill(
        long time,
        OrderSide side,
        long lots,
        double units,
        double price,
        double fee,
        double slippage,
        FillReason reason) {}
