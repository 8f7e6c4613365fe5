package io.quantloom.engine.backtest;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.List;

/**
 * What each instrument of a portfolio gave. Money is in the account's currency. The profits of all, less {@code carry}, are
 * what the account gained.
 *
 * @param parts in the order of the specification
 * @param carry funding and borrowing paid by all; negative when more was received
 */
public record PortfolioReport(List<Part> parts, double carry) implements BacktestDetail {

    /** Copies the list. */
    public PortfolioReport {
        parts = List.copyOf(parts);
    }

    /**
     * One instrument. Immutable.
     *
     * @param symbol which
     * @param weight its share of the equity at the end
     * @param profit of its fills and of what is still held, less fees, before funding and borrowing
     * @param contribution profit as a fraction of the starting cash
     * @param fees of its fills
     * @param trades finished trades, by exit
     * @param fills in the order they happened
     */
    public record Part(
            Symbol symbol,
            double weight,
            double profit,
            double contribution,
            double fees,
            List<RoundTrip> trades,
            List<Fill> fills) {

        /** Copies the lists. */
        public Part {
            trades = List.copyOf(trades);
            fills = List.copyOf(fills);
        }
    }
}
