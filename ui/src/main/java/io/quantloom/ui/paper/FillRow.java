package io.quantloom.ui.paper;

import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.OrderSide;

/**
 * A fill as the table shows it. Immutable.
 *
 * @param time open time of its bar, epoch milliseconds UTC
 * @param isBuy whether it bought
 * @param units quantity
 * @param price quote currency per unit
 * @param fee taken from cash
 * @param slippage lost to slippage and spread
 * @param reason why, in words
 */
public record FillRow(
        long time, boolean isBuy, double units, double price, double fee, double slippage, String reason) {

    static FillRow of(Fill fill) {
        return new FillRow(
                fill.time(),
                fill.side() == OrderSide.BUY,
                fill.units(),
                fill.price(),
                fill.fee(),
                fill.slippage(),
                fill.reason().text().replace('_', ' '));
    }
}
