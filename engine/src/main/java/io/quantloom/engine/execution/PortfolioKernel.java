package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.Ledger;
import io.quantloom.engine.portfolio.Position;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One account trading several instruments, time by time: {@link TradingKernel} for a portfolio, through the same steps and
 * the same matching. With one instrument of weight 1 it gives the same bits. Bars of one time are settled together, step by
 * step and inside a step by symbol; so the order in which instruments were named changes nothing:
 *
 * <ol>
 *   <li>borrowing and funding of gaps, of all instruments that have a bar;
 *   <li>all that leave at the open leave, all that are to be rebalanced and are too large shrink: what they free is there for
 *       others;
 *   <li>all that are too small grow and all that enter enter, each sized from {@code weight × equity}, as far as no position binds it;
 *   <li>funding and waiting orders inside the bar, instrument by instrument; the margin is that of all positions, and for
 *       one instrument's liquidation price those before it are at their closes, those after it at their opens;
 *   <li>marks at the closes; equity at or below zero is ruin.
 * </ol>
 *
 * <p>An instrument without a bar keeps its position at its last close. Mutable; used by one thread.
 */
public final class PortfolioKernel {

    private final Account account;
    private final SimulatedVenue venue;
    // By symbol; the account and the venue count in this order.
    private final Desk[] desks;
    private final boolean[] hasBar;
    // Place of the instrument named i-th among the desks, and the other way round.
    private final int[] places;
    private final int[] names;
    private final long barMillis;
    private final boolean fillsAtClose;
    private long time = Long.MIN_VALUE;
    private boolean ruined;

    /**
     * Opens the account.
     *
     * @param spec account, sizing, costs, exits
     * @param traded at least one instrument, no symbol twice; they are counted from 0 in this order
     * @param timeframe length of the bars
     * @param cooldownBars bars that an instrument stays flat after its position was left, zero or more
     */
    public PortfolioKernel(ExecutionSpec spec, List<Traded> traded, Timeframe timeframe, int cooldownBars) {
        if (cooldownBars < 0 || traded.isEmpty()) {
            throw new IllegalArgumentException("a portfolio needs an instrument and a cooldown of zero or more bars");
        }
        List<Integer> bySymbol = IntStream.range(0, traded.size())
                .boxed()
                .sorted(Comparator.comparing(i -> traded.get(i).instrument().symbol()))
                .toList();
        List<Traded> sorted = bySymbol.stream().map(traded::get).toList();
        List<Instrument> instruments = sorted.stream().map(Traded::instrument).toList();
        if (instruments.stream().map(Instrument::symbol).distinct().count() < instruments.size()) {
            throw new IllegalArgumentException("a symbol is named twice");
        }
        this.account = Account.of(
                spec.account().cash(),
                instruments.stream()
                        .mapToDouble(instrument -> spec.sizing().lot(instrument.lot()))
                        .toArray());
        this.venue = new SimulatedVenue(spec, instruments, timeframe, account);
        this.desks = new Desk[sorted.size()];
        this.places = new int[sorted.size()];
        this.names = new int[sorted.size()];
        for (int i = 0; i < desks.length; i++) {
            desks[i] = new Desk(spec, venue.market(i), account, i, timeframe, sorted.get(i), cooldownBars);
            names[i] = bySymbol.get(i);
            places[names[i]] = i;
        }
        this.hasBar = new boolean[desks.length];
        this.barMillis = timeframe.millis();
        this.fillsAtClose = spec.matching().fill() == Matching.FillAt.CLOSE;
    }

    /** Lets bars of a shorter timeframe tell what came first inside the bars of an instrument; before the first bar. */
    public void resolveWith(int instrument, BarSeries finer) {
        desks[places[instrument]].resolveWith(finer, barMillis);
    }

    /** Sizes the instrument's next entries from another share of the equity, above zero. */
    public void weight(int instrument, double weight) {
        desks[places[instrument]].weight(weight);
    }

    /**
     * Brings the instrument's position back to what its weight would open: at its next open, or at the close where fills are
     * at the close, the difference is traded, as far as it can be filled at once and no position binds the money. Nothing
     * happens where nothing is held by then or an order of the position waits.
     */
    public void rebalance(int instrument) {
        desks[places[instrument]].rebalance();
    }

    /**
     * Takes the closed bars of one time: everything but the decisions at their close.
     *
     * @param bars one for each instrument, in the order in which they were named; null where it has none at this time
     * @throws IllegalArgumentException if their times differ or do not come after the last ones, or there is none
     * @throws IllegalStateException if the account is ruined
     */
    public void settle(@Nullable Bar[] bars) {
        if (ruined) {
            throw new IllegalStateException("a ruined account takes no more bars");
        }
        time = timeOf(bars);
        for (int i = 0; i < desks.length; i++) {
            Bar bar = bars[names[i]];
            hasBar[i] = bar != null;
            if (bar == null) {
                desks[i].pass();
            } else {
                desks[i].begin(bar);
            }
        }
        tradeAtMarket(false);
        for (int i = 0; i < desks.length; i++) {
            if (hasBar[i]) {
                desks[i].inside();
                desks[i].end();
            }
        }
        if (account.equity() <= 0) {
            ruin();
        }
    }

    /**
     * Takes what was decided at the closes settled last.
     *
     * @param decisions one for each instrument, in the order in which they were named; what is decided about an instrument
     *     without a bar at this time is filled at its next open, or not at all where fills are at the close
     */
    public void decide(List<Decision> decisions) {
        if (decisions.size() != desks.length) {
            throw new IllegalArgumentException(decisions.size() + " decisions about " + desks.length + " instruments");
        }
        if (ruined) {
            return;
        }
        for (int i = 0; i < desks.length; i++) {
            Decision decision = decisions.get(i);
            int place = places[i];
            if (hasBar[place] || (!fillsAtClose && decision.target() != Target.HOLD)) {
                desks[place].decide(decision);
            }
        }
        if (fillsAtClose) {
            tradeAtMarket(true);
        }
    }

    /** Ends the account's run: what is still open is treated as asked, each at its own last bar. */
    public void finish(Finalization how) {
        for (Desk desk : desks) {
            desk.forget();
            if (how != Finalization.NONE && !desk.position().isFlat()) {
                double price = how == Finalization.LAST_OPEN ? desk.lastOpen() : desk.lastClose();
                desk.position().markTo(price);
                desk.closeOut(price, FillReason.END_OF_DATA);
            }
        }
    }

    /** {@return the position in an instrument, with its fills and trades} */
    public Position position(int instrument) {
        return desks[places[instrument]].position();
    }

    /** {@return what is held of an instrument: LONG, SHORT or FLAT} */
    public Target held(int instrument) {
        return desks[places[instrument]].held();
    }

    /** {@return what became of an instrument's orders at the time settled last; a view that ends with the next} */
    public List<OrderEvent> eventsOfBar(int instrument) {
        return Collections.unmodifiableList(desks[places[instrument]].eventsOfBar());
    }

    /** {@return balance and unrealised profit at the last closes} */
    public double equity() {
        return account.equity();
    }

    /** {@return realised cash} */
    public double balance() {
        return account.balance();
    }

    /** {@return where the balance came from} */
    public Ledger ledger() {
        return account.ledger();
    }

    /** {@return orders of zero units, over all instruments} */
    public long unsentOrders() {
        long count = 0;
        for (Desk desk : desks) {
            count += desk.unsentOrders();
        }
        return count;
    }

    /** {@return bars in which the pessimist decided what came first, over all instruments} */
    public int ambiguousBars() {
        return venue.ambiguousBars();
    }

    /** {@return whether equity reached zero} */
    public boolean isRuined() {
        return ruined;
    }

    private long timeOf(@Nullable Bar[] bars) {
        if (bars.length != desks.length) {
            throw new IllegalArgumentException(bars.length + " bars of " + desks.length + " instruments");
        }
        long common = Long.MIN_VALUE;
        for (Bar bar : bars) {
            if (bar != null) {
                if (common != Long.MIN_VALUE && bar.openTime() != common) {
                    throw new IllegalArgumentException("bars of one time differ: " + common + ", " + bar.openTime());
                }
                common = bar.openTime();
            }
        }
        if (common <= time) {
            throw new IllegalArgumentException("bars must open after the last ones, were " + common);
        }
        return common;
    }

    private void tradeAtMarket(boolean atClose) {
        for (int i = 0; i < desks.length; i++) {
            if (hasBar[i]) {
                desks[i].leave(atClose);
            }
        }
        for (int i = 0; i < desks.length; i++) {
            if (hasBar[i]) {
                desks[i].enter(atClose);
            }
        }
    }

    private void ruin() {
        ruined = true;
        for (Desk desk : desks) {
            desk.forget();
            if (!desk.position().isFlat()) {
                desk.closeOut(desk.lastClose(), FillReason.RUIN);
            }
        }
    }
}
