package io.quantloom.engine.portfolio;

import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an account holds of one instrument, and what it did with it. It may grow and shrink in several fills; the entry price
 * is the mean of what was bought into it. A trade lasts from flat to flat. Changed by its {@link Account} only.
 */
public final class Position {

    private final double lot;
    private final List<Fill> fills = new ArrayList<>();
    private final List<RoundTrip> trades = new ArrayList<>();

    private long lots;
    private double units;
    private double entryPrice = Double.NaN;
    private double mark = Double.NaN;

    // Of the trade that is open.
    private long entryTime;
    private int entryBar;
    private int entries;
    private long enteredLots;
    private double enteredNotional;
    private int exits;
    private double exitedNotional;
    private double realized;
    private double tripFees;
    private double tripCarry;
    private double lowest;
    private double highest;

    Position(double lot) {
        this.lot = lot;
    }

    /** {@return whether nothing is held} */
    public boolean isFlat() {
        return lots == 0;
    }

    /** {@return whole lots, negative when short} */
    public long lots() {
        return lots;
    }

    /** {@return units, negative when short} */
    public double units() {
        return units;
    }

    /** {@return units of one lot} */
    public double lot() {
        return lot;
    }

    /** {@return mean price of what is held; NaN when flat} */
    public double entryPrice() {
        return entryPrice;
    }

    /** {@return the price it is valued at; NaN before the first} */
    public double mark() {
        return mark;
    }

    /** {@return {@code units × (mark − entry price)}; 0 when flat} */
    public double unrealized() {
        return lots == 0 ? 0 : units * (mark - entryPrice);
    }

    /** {@return {@code |units| × mark}; 0 when flat} */
    public double notional() {
        return lots == 0 ? 0 : Math.abs(units) * mark;
    }

    /** {@return all fills in the order they happened; a view} */
    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /** {@return finished trades by exit; a view} */
    public List<RoundTrip> trades() {
        return Collections.unmodifiableList(trades);
    }

    /** Values it at the price from now on. */
    public void markTo(double price) {
        mark = price;
    }

    /** Takes notice that the price was seen while something is held, for {@code mae} and {@code mfe}. */
    public void see(double price) {
        lowest = Math.min(lowest, price);
        highest = Math.max(highest, price);
    }

    /** Charges funding or borrowing to the open trade. */
    void carry(double amount) {
        tripCarry += amount;
    }

    /** Books a fill and returns the profit it realises, fees apart. */
    double apply(Fill fill, int bar) {
        fills.add(fill);
        boolean isBuy = fill.side() == OrderSide.BUY;
        if (lots == 0) {
            open(fill, bar);
            return 0;
        }
        if (isBuy == (lots > 0)) {
            add(fill);
            return 0;
        }
        if (fill.lots() > Math.abs(lots)) {
            throw new IllegalArgumentException(
                    "a fill must not turn the position of " + lots + " lots, was " + fill.side() + " " + fill.lots());
        }
        return fill.lots() == Math.abs(lots) ? close(fill, bar) : reduce(fill);
    }

    private void open(Fill fill, int bar) {
        hold(fill.side() == OrderSide.BUY ? fill.lots() : -fill.lots());
        entryPrice = fill.price();
        entryTime = fill.time();
        entryBar = bar;
        entries = 1;
        enteredLots = fill.lots();
        enteredNotional = fill.units() * fill.price();
        exits = 0;
        exitedNotional = 0;
        realized = 0;
        tripFees = fill.fee();
        tripCarry = 0;
        lowest = entryPrice;
        highest = entryPrice;
    }

    private void add(Fill fill) {
        double held = Math.abs(units);
        entryPrice = (held * entryPrice + fill.units() * fill.price()) / (held + fill.units());
        hold(fill.side() == OrderSide.BUY ? lots + fill.lots() : lots - fill.lots());
        entries++;
        enteredLots += fill.lots();
        enteredNotional += fill.units() * fill.price();
        tripFees += fill.fee();
    }

    private double reduce(Fill fill) {
        double gross = (lots > 0 ? fill.units() : -fill.units()) * (fill.price() - entryPrice);
        hold(lots > 0 ? lots - fill.lots() : lots + fill.lots());
        exits++;
        exitedNotional += fill.units() * fill.price();
        realized += gross;
        tripFees += fill.fee();
        return gross;
    }

    private double close(Fill fill, int bar) {
        double gross = units * (fill.price() - entryPrice);
        trades.add(roundTrip(fill, bar, gross));
        hold(0);
        entryPrice = Double.NaN;
        return gross;
    }

    private RoundTrip roundTrip(Fill fill, int bar, double gross) {
        boolean isLong = lots > 0;
        double size = enteredLots * lot;
        double entry = entries == 1 ? entryPrice : enteredNotional / size;
        double exit = exits == 0 ? fill.price() : (exitedNotional + fill.units() * fill.price()) / size;
        // From zero on: no profit is 0 and never −0.
        double pnl = realized + gross - tripFees - fill.fee() - tripCarry;
        double low = lowest / entry - 1;
        double high = highest / entry - 1;
        FillReason reason = fill.reason();
        return new RoundTrip(
                isLong,
                size,
                entryTime,
                entry,
                fill.time(),
                exit,
                pnl,
                tripFees + fill.fee(),
                pnl / (size * entry),
                bar - entryBar,
                isLong ? low : 0 - high,
                isLong ? high : 0 - low,
                reason);
    }

    private void hold(long signedLots) {
        lots = signedLots;
        units = signedLots * lot;
    }
}
