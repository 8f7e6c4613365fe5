package io.quantloom.ui.paper;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Marker;
import java.util.List;
import java.util.Optional;

/**
 * One bot after one of its bars. Immutable.
 *
 * @param setup what does not change while the session lasts
 * @param account what it is worth and holds
 * @param last its newest decision; empty before the first bar
 * @param bars the bars of the session
 * @param equity the account over time
 * @param probability of a rise, bar by bar
 * @param markers entries and exits
 */
public record BotSnapshot(
        Setup setup,
        Account account,
        Optional<DecisionRow> last,
        ChartBars bars,
        EquityChart.Content equity,
        ChartLine probability,
        List<Marker> markers) {

    /** Copies the list. */
    public BotSnapshot {
        markers = List.copyOf(markers);
    }

    /**
     * What does not change while a session lasts. Immutable.
     *
     * @param name of the bot
     * @param symbol the instrument
     * @param timeframe length of a bar
     * @param strategy what decides
     * @param currency of the account
     * @param cash it began with
     * @param since first bar of the session, epoch milliseconds UTC
     * @param rule when it enters and leaves
     * @param synthetic why prices are not real; empty for real ones
     */
    public record Setup(
            String name,
            String symbol,
            String timeframe,
            String strategy,
            String currency,
            double cash,
            long since,
            Rule rule,
            String synthetic) {}

    /**
     * When a model strategy enters and leaves; NaN for a rule. Immutable.
     *
     * @param threshold long at a probability of at least this
     * @param exit flat again below this
     * @param isLongShort whether it goes short at the mirror
     */
    public record Rule(double threshold, double exit, boolean isLongShort) {

        /** {@return a rule without probabilities} */
        static Rule none() {
            return new Rule(Double.NaN, Double.NaN, false);
        }

        /** {@return whether probabilities decide} */
        public boolean hasProbability() {
            return !Double.isNaN(threshold);
        }
    }

    /**
     * What the bot is worth and holds. Immutable.
     *
     * @param equity account currency
     * @param balance cash
     * @param units position, negative when short
     * @param entryPrice of the position, NaN when flat
     * @param price last close, NaN before the first bar
     * @param fills how many there were
     * @param bars how many bars the session has
     */
    public record Account(
            double equity, double balance, double units, double entryPrice, double price, long fills, long bars) {

        /** {@return what the position would gain if it were closed at the last price} */
        public double unrealized() {
            return units == 0 ? 0 : units * (price - entryPrice);
        }
    }

    /** {@return open times of the bars, epoch milliseconds UTC} */
    public long[] times() {
        long[] times = new long[bars.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = bars.time(i);
        }
        return times;
    }

    /** {@return growth of the account since the session began, a fraction} */
    public double gain() {
        return account.equity() / setup.cash() - 1;
    }
}
