package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.portfolio.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue that fills orders from bars and books them to an account. Deterministic.
 *
 * <p>Inside a bar, in this order:
 *
 * <ol>
 *   <li>Market orders at the open, by age.
 *   <li>Waiting orders that the bar opens beyond, at the open: a gap fills at the open, to the better or the worse. Stops
 *       come first.
 *   <li>Stops that the bar touches, the nearest to the open first, at their price; among them the liquidation of the
 *       position ({@link Account#liquidationPrice}).
 *   <li>Trailing stops as raised by the bar's own best price.
 *   <li>Limit orders and targets that the bar touches, the nearest first, at their price.
 *   <li>Orders for the close.
 * </ol>
 *
 * <p>That is the pessimist's order: where a bar does not tell what came first, the account does not look better than it can
 * have been. An order that came to be inside the bar (an exit of an entry that was filled there) may be stopped in it; it
 * takes its profit in it only where the price must have come there afterwards. Bars in which this order decided are
 * counted as ambiguous.
 *
 * <p>What is done at the market pays spread, slippage and the taker's fee; a limit order that waited is done at its price
 * for the maker's fee. Volume: with a participation, all fills of an instrument in a bar together are at most that share of
 * its volume; what is left of a triggered stop or target is a market order for the next open. An order against a position
 * that is larger than it is two fills, one to zero and one beyond.
 *
 * <p>Mutable; used by one thread.
 */
public final class SimulatedVenue implements Venue {

    private final SimulatedMarket[] markets;

    /**
     * Opens a venue.
     *
     * @param spec costs, matching and margin
     * @param instruments as the account counts them
     * @param timeframe of the bars
     * @param account is charged with the fills
     */
    public SimulatedVenue(ExecutionSpec spec, List<Instrument> instruments, Timeframe timeframe, Account account) {
        this.markets = new SimulatedMarket[instruments.size()];
        for (int i = 0; i < markets.length; i++) {
            markets[i] = new SimulatedMarket(spec, instruments.get(i), timeframe.length(), account, i);
        }
    }

    /**
     * Takes or rejects an order.
     *
     * @throws IllegalArgumentException if its instrument is not traded here
     */
    @Override
    public void submit(Order order) {
        market(order.instrument()).submit(order);
    }

    @Override
    public void cancel(long orderId) {
        for (SimulatedMarket market : markets) {
            if (market.working().cancel(orderId)) {
                return;
            }
        }
    }

    @Override
    public List<OrderEvent> poll() {
        List<OrderEvent> all = new ArrayList<>();
        for (SimulatedMarket market : markets) {
            all.addAll(market.working().poll());
        }
        return all;
    }

    /** Takes a closed bar of an instrument through all steps, for orders that need no answer inside the bar. */
    public void settle(int instrument, Bar bar) {
        SimulatedMarket market = markets[instrument];
        market.begin(bar);
        boolean more = true;
        while (more) {
            more = market.matchOpen();
        }
        market.beginWholeLeg();
        more = true;
        while (more) {
            more = market.matchLeg();
        }
        market.endLeg();
        more = true;
        while (more) {
            more = market.matchClose();
        }
        market.end();
    }

    /** {@return the number of bars, over all instruments, in which the pessimist decided} */
    public int ambiguousBars() {
        int count = 0;
        for (SimulatedMarket market : markets) {
            count += market.ambiguousBars();
        }
        return count;
    }

    SimulatedMarket market(int instrument) {
        return markets[instrument];
    }

    private SimulatedMarket market(Symbol symbol) {
        for (SimulatedMarket market : markets) {
            if (market.instrument().symbol().equals(symbol)) {
                return market;
            }
        }
        throw new IllegalArgumentException(symbol + " is not traded here");
    }
}
