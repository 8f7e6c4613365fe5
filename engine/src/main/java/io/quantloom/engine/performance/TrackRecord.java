package io.quantloom.engine.performance;

import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.List;

/**
 * Everything the statistics look at. Immutable.
 *
 * @param bars the bars traded, at least as many as the curve has
 * @param firstDefined index of the first bar on which every indicator of the strategy is defined
 * @param equity after each bar; its first value is the starting cash, since no order can be filled in the first bar; it
 *     ends early for a ruined account
 * @param trades finished trades, by exit
 * @param fills in the order they happened
 * @param fundingPaid negative when more was received
 * @param unsentOrders orders of zero units
 * @param borrowPaid for shorts, zero or more
 * @param ambiguousBars bars that touched several orders, so that the worst order was assumed
 */
public record TrackRecord(
        BarSeries bars,
        int firstDefined,
        EquityCurve equity,
        List<RoundTrip> trades,
        List<Fill> fills,
        double fundingPaid,
        long unsentOrders,
        double borrowPaid,
        long ambiguousBars) {

    /** Takes a record without borrowing and without ambiguous bars. */
    public TrackRecord(
            BarSeries bars,
            int firstDefined,
            EquityCurve equity,
            List<RoundTrip> trades,
            List<Fill> fills,
            double fundingPaid,
            long unsentOrders) {
        this(bars, firstDefined, equity, trades, fills, fundingPaid, unsentOrders, 0, 0);
    }

    /** Copies the lists and checks the lengths. */
    public TrackRecord {
        if (equity.size() == 0 || bars.size() < equity.size()) {
            throw new IllegalArgumentException(
                    "a track record needs at least one bar, and a bar for each equity value, had " + equity.size()
                            + " values and " + bars.size() + " bars");
        }
        trades = List.copyOf(trades);
        fills = List.copyOf(fills);
    }

    /** {@return whether the account was ruined: its last equity is not above zero} */
    public boolean isRuined() {
        return !(equity.value(equity.size() - 1) > 0);
    }
}
