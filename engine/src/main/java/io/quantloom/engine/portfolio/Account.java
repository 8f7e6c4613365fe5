package io.quantloom.engine.portfolio;

import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import java.util.Optional;

/**
 * Cash and at most one position in one instrument: the fold of its fills and funding payments. All amounts are in the
 * account currency.
 *
 * <p>Entering a position moves no cash but the fee; leaving it books {@code units × (exit − entry)} and the fee. So
 * {@code balance + unrealised pnl = equity} holds after every event. Mutable; used by one thread.
 */
public final class Account {

    private double balance;
    private double fees;
    private double slippage;
    private double fundingPaid;

    private long lots;
    private double units;
    private double entryPrice = Double.NaN;
    private long entryTime;
    private int entryBar;
    private double entryFee;
    private double positionFunding;
    private double lowestMark;
    private double highestMark;

    /**
     * Opens a flat account.
     *
     * @param cash starting balance, finite and above zero
     */
    public Account(double cash) {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("starting cash must be finite and above zero, was " + cash);
        }
        balance = cash;
    }

    /**
     * Books a fill: opens a position when flat, else leaves the whole position.
     *
     * @param fill the fill; when a position is open it must be of its size and against it
     * @param bar index of the bar it happened in, from 0, not before the last one
     * @return the round trip it ended; empty when it opened a position
     * @throws IllegalArgumentException if a fill neither opens nor leaves a position as a whole
     */
    public Optional<RoundTrip> apply(Fill fill, int bar) {
        if (isFlat()) {
            open(fill, bar);
            return Optional.empty();
        }
        boolean against = (fill.side() == OrderSide.BUY) == (lots < 0);
        if (!against || fill.lots() != Math.abs(lots)) {
            throw new IllegalArgumentException("a fill must leave the position of " + lots + " lots as a whole, was "
                    + fill.side() + " " + fill.lots());
        }
        return Optional.of(close(fill, bar));
    }

    /**
     * Pays or receives funding on the position: {@code units × price × rate} leaves the balance, so with a positive rate
     * longs pay and shorts receive. Nothing happens when flat.
     *
     * @param rate fraction of the notional
     * @param price at which the position is valued, above zero
     */
    public void payFunding(double rate, double price) {
        if (isFlat()) {
            return;
        }
        double amount = units * price * rate;
        balance -= amount;
        fundingPaid += amount;
        positionFunding += amount;
    }

    /** Takes notice that the price was seen while the position is open, for {@code mae} and {@code mfe}. */
    public void mark(double price) {
        lowestMark = Math.min(lowestMark, price);
        highestMark = Math.max(highestMark, price);
    }

    /** {@return whether there is no position} */
    public boolean isFlat() {
        return lots == 0;
    }

    /** {@return realised cash: the starting cash, plus what round trips booked, less fees and funding} */
    public double balance() {
        return balance;
    }

    /** {@return {@code balance + units × (price − entry price)}} */
    public double equity(double price) {
        return lots == 0 ? balance : balance + units * (price - entryPrice);
    }

    /** {@return the position in whole lots, negative when short} */
    public long lots() {
        return lots;
    }

    /** {@return the position in units, negative when short} */
    public double units() {
        return units;
    }

    /** {@return entry price of the position; NaN when flat} */
    public double entryPrice() {
        return entryPrice;
    }

    /** {@return all fees paid, zero or more} */
    public double fees() {
        return fees;
    }

    /** {@return all that was lost to slippage and spread, zero or more; contained in the fill prices} */
    public double slippage() {
        return slippage;
    }

    /** {@return all funding paid, negative when more was received} */
    public double fundingPaid() {
        return fundingPaid;
    }

    private void open(Fill fill, int bar) {
        boolean isLong = fill.side() == OrderSide.BUY;
        bookCosts(fill);
        lots = isLong ? fill.lots() : -fill.lots();
        units = isLong ? fill.units() : -fill.units();
        entryPrice = fill.price();
        entryTime = fill.time();
        entryBar = bar;
        entryFee = fill.fee();
        positionFunding = 0;
        lowestMark = entryPrice;
        highestMark = entryPrice;
    }

    private RoundTrip close(Fill fill, int bar) {
        double gross = units * (fill.price() - entryPrice);
        balance += gross;
        bookCosts(fill);
        RoundTrip trip = roundTrip(fill, bar, gross - entryFee - fill.fee() - positionFunding);
        lots = 0;
        units = 0;
        entryPrice = Double.NaN;
        return trip;
    }

    private RoundTrip roundTrip(Fill fill, int bar, double pnl) {
        boolean isLong = lots > 0;
        double size = Math.abs(units);
        double lowest = lowestMark / entryPrice - 1;
        double highest = highestMark / entryPrice - 1;
        FillReason reason = fill.reason();
        return new RoundTrip(
                isLong,
                size,
                entryTime,
                entryPrice,
                fill.time(),
                fill.price(),
                pnl,
                entryFee + fill.fee(),
                pnl / (size * entryPrice),
                bar - entryBar,
                isLong ? lowest : 0 - highest,
                isLong ? highest : 0 - lowest,
                reason);
    }

    private void bookCosts(Fill fill) {
        balance -= fill.fee();
        fees += fill.fee();
        slippage += fill.slippage();
    }
}
