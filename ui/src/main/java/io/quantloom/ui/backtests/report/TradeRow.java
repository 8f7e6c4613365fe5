package io.quantloom.ui.backtests.report;

import io.quantloom.engine.portfolio.RoundTrip;

/**
 * A finished trade as the table shows it. Immutable.
 *
 * @param number counts from 1 in the order of their exits
 * @param isLong whether it was long
 * @param units quantity
 * @param entryTime open time of the entry bar, epoch milliseconds UTC
 * @param entryPrice quote currency per unit
 * @param exitTime open time of the exit bar
 * @param exitPrice quote currency per unit
 * @param pnl net, account currency
 * @param fees of both fills
 * @param returnFraction net gain over the notional at entry
 * @param bars how long it lasted
 * @param mae worst mark while open, a fraction of the entry price
 * @param mfe best mark while open
 * @param reason why it ended, in words
 * @param entryBar number of the entry bar in the chart, −1 when the chart has none
 * @param exitBar number of the exit bar
 */
public record TradeRow(
        int number,
        boolean isLong,
        double units,
        long entryTime,
        double entryPrice,
        long exitTime,
        double exitPrice,
        double pnl,
        double fees,
        double returnFraction,
        int bars,
        double mae,
        double mfe,
        String reason,
        int entryBar,
        int exitBar) {

    static TradeRow of(int number, RoundTrip trade, int entryBar, int exitBar) {
        return new TradeRow(
                number,
                trade.isLong(),
                trade.units(),
                trade.entryTime(),
                trade.entryPrice(),
                trade.exitTime(),
                trade.exitPrice(),
                trade.pnl(),
                trade.fees(),
                trade.returnFraction(),
                trade.bars(),
                trade.mae(),
                trade.mfe(),
                trade.reason().text().replace('_', ' '),
                entryBar,
                exitBar);
    }
}
