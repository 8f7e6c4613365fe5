package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One account trading one instrument, bar by bar; backtest and paper use this class alike. Deterministic: the same bars
 * and decisions give the same bits, whether a strategy decides or recorded decisions are fed again.
 *
 * <p>{@link #settle} takes a closed bar through these steps, {@link #decide} is the last:
 *
 * <ol>
 *   <li>Funding that fell into a gap before the bar is paid on the position at the last close.
 *   <li>The target decided at the last close is filled at the open. {@code HOLD} does nothing, nor does a target that is
 *       held already (no resizing). Any other target closes the position; {@code LONG} and {@code SHORT} then open one
 *       with all the cash that is there, so that a flip is two fills at one open. An order of zero units is not sent and
 *       counted ({@link #unsentOrders}).
 *   <li>Funding inside the bar, {@code [open, open + timeframe)}, is paid on the position at the bar's open price.
 *   <li>Stop-loss and take-profit, on the entry bar too: an open beyond a level fills at the open, else a touched level
 *       fills at the level, and when both are touched in one bar it is the stop. Distances are fractions of the entry
 *       price: the opening decision's if it has any, else the specification's.
 *   <li>Mark to market at the close. Equity at or below zero is <em>ruin</em>: the position is closed there and no more
 *       bars are taken. Equity is looked at at closes only.
 *   <li>A decision made at the close waits for the next open.
 * </ol>
 *
 * <p>After a stop or take the account is flat and only a new decision for {@code LONG} or {@code SHORT} enters again,
 * at the earliest at the next open. A strategy that repeats its target at each close therefore enters again, one that
 * answers {@code HOLD} between its signals waits for the next one. A cooldown of {@code c} bars keeps the account flat
 * for {@code c} whole bars after a position was left, the bar of an exit at the open counted; a flip then is an exit
 * only, and what is decided meanwhile is lost, not postponed.
 *
 * <p>Mutable; used by one thread. Allocates nothing on a bar without a fill.
 */
public final class TradingKernel {

    private final ExecutionSpec spec;
    private final double lot;
    private final long barMillis;
    private final FundingRates funding;
    private final boolean paysFunding;
    private final int cooldownBars;
    private final Account account;
    private final List<Fill> fills = new ArrayList<>();
    private final List<RoundTrip> trades = new ArrayList<>();

    private int bar = -1;
    private long time = Long.MIN_VALUE;
    private double open = Double.NaN;
    private double close = Double.NaN;
    private int firstFillOfBar;
    private int nextFunding;
    private int earliestEntry;
    private long unsentOrders;
    private boolean ruined;
    private Decision pending = Decision.NONE;
    private double stop = Double.NaN;
    private double take = Double.NaN;

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
        this.spec = spec;
        this.lot = spec.sizing().lot(instrument.lot());
        this.barMillis = timeframe.millis();
        this.funding = funding;
        this.paysFunding = instrument.perpetual() && spec.costs().funding() && funding.size() > 0;
        this.cooldownBars = cooldownBars;
        this.account = new Account(spec.account().cash());
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
        if (next.openTime() <= time) {
            throw new IllegalArgumentException("a bar must open after the last one, was " + next.openTime());
        }
        if (paysFunding) {
            payFundingOfGap(next.openTime());
        }
        bar++;
        time = next.openTime();
        open = next.open();
        close = next.close();
        firstFillOfBar = fills.size();
        fillPending();
        if (paysFunding) {
            payFundingUntil(time + barMillis, open);
        }
        if (!account.isFlat()) {
            exitInside(next);
        }
        if (equity() <= 0) {
            ruin();
        }
    }

    /** Takes what was decided at the close of the bar settled last; it is filled at the next open. */
    public void decide(Decision decision) {
        pending = decision;
    }

    /**
     * Ends the account's run: what is still open is treated as asked, an order that waits is never filled. Nothing
     * happens to a ruined account or before the first bar.
     */
    public void finish(Finalization how) {
        pending = Decision.NONE;
        if (account.isFlat() || how == Finalization.NONE) {
            return;
        }
        if (how == Finalization.LAST_OPEN) {
            close = open;
        }
        leave(close, FillReason.END_OF_DATA, bar + 1);
    }

    /** {@return the position: LONG, SHORT or FLAT} */
    public Target held() {
        if (account.isFlat()) {
            return Target.FLAT;
        }
        return account.lots() > 0 ? Target.LONG : Target.SHORT;
    }

    /** {@return balance and unrealised profit at the last close; the starting cash before the first bar} */
    public double equity() {
        return account.equity(close);
    }

    /** {@return realised cash} */
    public double balance() {
        return account.balance();
    }

    /** {@return the position in units, negative when short} */
    public double units() {
        return account.units();
    }

    /** {@return entry price of the position; NaN when flat} */
    public double entryPrice() {
        return account.entryPrice();
    }

    /** {@return all funding paid, negative when more was received} */
    public double fundingPaid() {
        return account.fundingPaid();
    }

    /** {@return the number of orders that were not sent because the cash buys no lot} */
    public long unsentOrders() {
        return unsentOrders;
    }

    /** {@return whether equity reached zero} */
    public boolean isRuined() {
        return ruined;
    }

    /** {@return all fills so far, in the order they happened; a view} */
    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /** {@return the fills of the bar settled last; a view that ends with the next bar} */
    public List<Fill> fillsOfBar() {
        return Collections.unmodifiableList(fills.subList(firstFillOfBar, fills.size()));
    }

    /** {@return finished trades by exit; a view} */
    public List<RoundTrip> trades() {
        return Collections.unmodifiableList(trades);
    }

    private void fillPending() {
        Decision decision = pending;
        pending = Decision.NONE;
        Target target = decision.target();
        Target held = held();
        if (target == Target.HOLD || target == held) {
            return;
        }
        if (held != Target.FLAT) {
            leave(open, exitReason(decision), bar + cooldownBars);
        }
        if (target != Target.FLAT && bar >= earliestEntry) {
            enter(decision);
        }
    }

    private FillReason exitReason(Decision decision) {
        if (decision.equals(Decision.FLATTEN)) {
            return FillReason.FLATTEN;
        }
        return decision.target() == Target.FLAT || cooldownBars > 0 ? FillReason.SIGNAL : FillReason.FLIP;
    }

    private void enter(Decision decision) {
        boolean isLong = decision.target() == Target.LONG;
        OrderSide side = isLong ? OrderSide.BUY : OrderSide.SELL;
        ExecutionSpec.Costs costs = spec.costs();
        double price = costs.fillPrice(side, open);
        long lots = spec.sizing().lots(account.balance(), spec.account().leverage(), price, costs.fee(), lot);
        if (lots == 0) {
            unsentOrders++;
            return;
        }
        fill(side, lots, open, FillReason.ENTRY);
        double stopDistance = distance(decision.stopLoss(), spec.exits().stopLoss());
        double takeDistance = distance(decision.takeProfit(), spec.exits().takeProfit());
        stop = isLong ? price * (1 - stopDistance) : price * (1 + stopDistance);
        take = isLong ? price * (1 + takeDistance) : price * (1 - takeDistance);
    }

    private static double distance(double ofDecision, ExecutionSpec.ExitLevel level) {
        return Double.isNaN(ofDecision) ? level.fraction().orElse(Double.NaN) : ofDecision;
    }

    // A comparison with NaN is false: a level that is not set is never touched.
    private void exitInside(Bar inside) {
        boolean isLong = account.lots() > 0;
        double adverse = isLong ? inside.low() : inside.high();
        double favorable = isLong ? inside.high() : inside.low();
        account.mark(open);
        if (isBeyond(open, stop, !isLong)) {
            leave(open, FillReason.STOP_LOSS, bar + 1 + cooldownBars);
        } else if (isBeyond(open, take, isLong)) {
            leave(open, FillReason.TAKE_PROFIT, bar + 1 + cooldownBars);
        } else if (isBeyond(adverse, stop, !isLong)) {
            leave(stop, FillReason.STOP_LOSS, bar + 1 + cooldownBars);
        } else if (isBeyond(favorable, take, isLong)) {
            account.mark(adverse);
            leave(take, FillReason.TAKE_PROFIT, bar + 1 + cooldownBars);
        } else {
            account.mark(adverse);
            account.mark(favorable);
        }
    }

    private static boolean isBeyond(double price, double level, boolean upward) {
        return upward ? price >= level : price <= level;
    }

    private void ruin() {
        ruined = true;
        pending = Decision.NONE;
        if (!account.isFlat()) {
            leave(close, FillReason.RUIN, Integer.MAX_VALUE);
        }
    }

    private void leave(double price, FillReason reason, int nextEntry) {
        account.mark(price);
        fill(account.lots() > 0 ? OrderSide.SELL : OrderSide.BUY, Math.abs(account.lots()), price, reason);
        stop = Double.NaN;
        take = Double.NaN;
        earliestEntry = nextEntry;
    }

    private void fill(OrderSide side, long lots, double market, FillReason reason) {
        double units = lots * lot;
        double price = spec.costs().fillPrice(side, market);
        double fee = units * price * spec.costs().fee();
        var fill = new Fill(time, side, lots, units, price, fee, units * Math.abs(price - market), reason);
        fills.add(fill);
        account.apply(fill, bar).ifPresent(trades::add);
    }

    private void payFundingOfGap(long nextOpen) {
        if (bar < 0) {
            nextFunding = funding.firstAtOrAfter(nextOpen);
        } else {
            payFundingUntil(nextOpen, close);
        }
    }

    private void payFundingUntil(long end, double price) {
        while (nextFunding < funding.size() && funding.time(nextFunding) < end) {
            account.payFunding(funding.rate(nextFunding), price);
            nextFunding++;
        }
    }
}
