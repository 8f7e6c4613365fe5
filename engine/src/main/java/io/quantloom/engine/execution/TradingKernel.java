package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.Ledger;
import io.quantloom.engine.portfolio.Position;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.Collections;
import java.util.List;

/**
 * One account trading one instrument, bar by bar; backtest and paper use this class alike. Deterministic: the same bars
 * and decisions give the same bits, whether a strategy decides or recorded decisions are fed again. It turns decisions into
 * orders; the {@link SimulatedVenue} fills them and the {@link Account} books what it did.
 *
 * <p>{@link #settle} takes a closed bar through these steps, {@link #decide} is the last:
 *
 * <ol>
 *   <li>Borrowing for the time since the last bar and funding that fell into a gap before the bar are paid on the position
 *       at the last close.
 *   <li>The target decided at the last close is filled at the open. {@code HOLD} does nothing, nor does a target that is
 *       held already (no resizing). Any other target closes the position; {@code LONG} and {@code SHORT} then open one
 *       as large as the sizing says, so that a flip is two fills at one open. An order of zero units is not sent and
 *       counted ({@link #unsentOrders}).
 *   <li>Funding inside the bar, {@code [open, open + timeframe)}, is paid on the position at the bar's open price.
 *   <li>Orders that wait: stop-loss, take-profit and trailing stop, on the entry bar too, entries at a price, liquidation.
 *       Distances are fractions of the entry price: the opening decision's if it has any, else the specification's.
 *   <li>Mark to market at the close. Equity at or below zero is <em>ruin</em>: the position is closed there and no more
 *       bars are taken.
 *   <li>A decision made at the close waits for the next open, or is filled at the very close where the specification says
 *       so; latency postpones it by so many bars.
 * </ol>
 *
 * <p>After an exit that was not decided the account is flat and only a new decision for {@code LONG} or {@code SHORT} enters
 * again, at the earliest at the next open. A strategy that repeats its target at each close therefore enters again, one
 * that answers {@code HOLD} between its signals waits for the next one. A cooldown of {@code c} bars keeps the account flat
 * for {@code c} whole bars after a position was left, the bar of an exit at the open counted; a flip then is an exit
 * only, and what is decided meanwhile is lost, not postponed. An entry that waits at a price is kept while the same target
 * is decided again, and taken back by another one and by every exit.
 *
 * <p>Mutable; used by one thread. Allocates nothing on a bar without an order.
 */
public final class TradingKernel {

    private final Account account;
    private final SimulatedVenue venue;
    private final Desk desk;
    private final Position position;
    private final long barMillis;
    private boolean ruined;

    /**
     * Opens the account.
     *
     * @param spec account, sizing, costs, exits
     * @param instrument what is traded: its lot, and whether it pays funding
     * @param timeframe length of the bars
     * @param funding rates of the instrument; not looked at unless it is a perpetual and the specification pays funding
     * @param cooldownBars bars to stay flat after a position was left, zero or more
     */
    public TradingKernel(
            ExecutionSpec spec, Instrument instrument, Timeframe timeframe, FundingRates funding, int cooldownBars) {
        if (cooldownBars < 0) {
            throw new IllegalArgumentException("a cooldown must be zero or more bars, was " + cooldownBars);
        }
        this.account = Account.of(spec.account().cash(), spec.sizing().lot(instrument.lot()));
        this.venue = new SimulatedVenue(spec, List.of(instrument), timeframe, account);
        this.desk = new Desk(
                spec, venue.market(0), account, 0, timeframe, new Traded(instrument, funding, 1), cooldownBars);
        this.position = account.position(0);
        this.barMillis = timeframe.millis();
    }

    /**
     * Lets bars of a shorter timeframe tell what came first inside a bar. Where they are missing or do not reach the bar's
     * high and low, the pessimist's order stands. To be called before the first bar.
     */
    public void resolveWith(BarSeries finer) {
        desk.resolveWith(finer, barMillis);
    }

    /** Settles the bar and lets the strategy decide at its close, unless the account is ruined. */
    public void step(Bar next, Strategy strategy) {
        settle(next);
        if (!ruined) {
            decide(strategy.onClose(next, held()));
        }
    }

    /**
     * Takes the next closed bar: everything but the decision at its close.
     *
     * @throws IllegalArgumentException if the bar does not open after the last one
     * @throws IllegalStateException if the account is ruined
     */
    public void settle(Bar next) {
        if (ruined) {
            throw new IllegalStateException("a ruined account takes no more bars");
        }
        if (next.openTime() <= desk.time()) {
            throw new IllegalArgumentException("a bar must open after the last one, was " + next.openTime());
        }
        desk.begin(next);
        desk.leave(false);
        desk.enter(false);
        desk.inside();
        desk.end();
        if (account.equity() <= 0) {
            ruin();
        }
    }

    /**
     * Takes what was decided at the close of the bar settled last: it is filled at the next open, or at this close where the
     * specification says so. Nothing happens to a ruined account.
     */
    public void decide(Decision decision) {
        if (ruined) {
            return;
        }
        desk.decide(decision);
        if (desk.decidesAtClose()) {
            desk.leave(true);
            desk.enter(true);
        }
    }

    /**
     * Ends the account's run: what is still open is treated as asked, an order that waits is never filled. Nothing
     * happens to a ruined account or before the first bar.
     */
    public void finish(Finalization how) {
        desk.forget();
        if (account.isFlat() || how == Finalization.NONE) {
            return;
        }
        double price = how == Finalization.LAST_OPEN ? desk.lastOpen() : desk.lastClose();
        position.markTo(price);
        desk.closeOut(price, FillReason.END_OF_DATA);
    }

    private void ruin() {
        ruined = true;
        desk.forget();
        if (!account.isFlat()) {
            desk.closeOut(desk.lastClose(), FillReason.RUIN);
        }
    }

    /** {@return the position: LONG, SHORT or FLAT} */
    public Target held() {
        return desk.held();
    }

    /** {@return balance and unrealised profit at the last close; the starting cash before the first bar} */
    public double equity() {
        return account.equity();
    }

    /** {@return realised cash} */
    public double balance() {
        return account.balance();
    }

    /** {@return the position in units, negative when short} */
    public double units() {
        return position.units();
    }

    /** {@return entry price of the position; NaN when flat} */
    public double entryPrice() {
        return position.entryPrice();
    }

    /** {@return all funding paid, negative when more was received} */
    public double fundingPaid() {
        return account.fundingPaid();
    }

    /** {@return where the balance came from} */
    public Ledger ledger() {
        return account.ledger();
    }

    /** {@return the number of orders that were not sent because the cash buys no lot} */
    public long unsentOrders() {
        return desk.unsentOrders();
    }

    /** {@return the number of bars that touched several orders, so that the pessimist decided what came first} */
    public int ambiguousBars() {
        return venue.ambiguousBars();
    }

    /** {@return whether equity reached zero} */
    public boolean isRuined() {
        return ruined;
    }

    /** {@return all fills so far, in the order they happened; a view} */
    public List<Fill> fills() {
        return position.fills();
    }

    /** {@return the fills of the bar settled last; a view that ends with the next bar} */
    public List<Fill> fillsOfBar() {
        List<Fill> fills = position.fills();
        return fills.subList(desk.firstFillOfBar(), fills.size());
    }

    /** {@return what became of orders in the bar settled last; a view that ends with the next bar} */
    public List<OrderEvent> eventsOfBar() {
        return Collections.unmodifiableList(desk.eventsOfBar());
    }

    /** {@return finished trades by exit; a view} */
    public List<RoundTrip> trades() {
        return position.trades();
    }
}
