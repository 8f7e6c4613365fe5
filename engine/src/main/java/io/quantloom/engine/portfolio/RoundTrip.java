package io.quantloom.engine.portfolio;

import io.quantloom.engine.order.FillReason;

/**
 * A trade from entry to flat; prices are means where it took several fills. Immutable.
 *
 * @param isLong whether it was long
 * @param units all that was bought into it (sold, for a short), above zero
 * @param entryTime open time of the entry bar, epoch milliseconds UTC
 * @param entryPrice quote currency per unit
 * @param exitTime open time of the exit bar
 * @param exitPrice quote currency per unit
 * @param pnl net of fees, funding and borrow, account currency
 * @param fees of its fills
 * @param returnFraction {@code pnl / (units × entryPrice)}
 * @param bars exit bar minus entry bar
 * @param mae worst mark against the entry while open, a fraction of the entry price, zero or less
 * @param mfe best mark, a fraction of the entry price, zero or more
 * @param reason why it ended
 */
public record RoundTrip(
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
        FillReason reason) {}
