package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.TrackRecord;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a fast backtest gave: a view of its {@link Scratch} that ends with the next run there. Equity, counts and
 * {@link #measure} allocate nothing; {@link #fills}, {@link #trades} and {@link #track} make the records of the kernel.
 */
public final class FastRun {

    private final FastBacktest backtest;
    private final Signals signals;
    private final ColumnTrader trader;
    private final Scratch scratch;
    private final long generation;

    FastRun(FastBacktest backtest, Signals signals, ColumnTrader trader, Scratch scratch, long generation) {
        this.backtest = backtest;
        this.signals = signals;
        this.trader = trader;
        this.scratch = scratch;
        this.generation = generation;
    }

    /** {@return the number of bars traded: all of them, or up to ruin} */
    public int bars() {
        return trader.settled();
    }

    /** {@return equity after bar {@code i}} */
    public double equity(int i) {
        return columns().equity()[i];
    }

    /** {@return a copy of the equity after each bar} */
    public double[] equity() {
        return Arrays.copyOf(columns().equity(), bars());
    }

    /** {@return equity after the last bar} */
    public double finalEquity() {
        return equity(bars() - 1);
    }

    /** {@return whether equity reached zero; the run ended there} */
    public boolean isRuined() {
        return trader.isRuined();
    }

    /** {@return the number of fills} */
    public int fillCount() {
        return columns().fills().count();
    }

    /** {@return the number of finished trades} */
    public int tradeCount() {
        return columns().fills().trades();
    }

    /** {@return all funding paid, negative when more was received} */
    public double fundingPaid() {
        return trader.fundingPaid();
    }

    /** {@return the number of orders that were not sent because the cash buys no lot} */
    public long unsentOrders() {
        return trader.unsentOrders();
    }

    /**
     * Writes the statistics of {@link FastStatistics#COLUMNS} in their order, each to the bit what
     * {@code performance.StatisticsTable} gives; NaN where that is empty.
     *
     * @param into as long as the columns
     */
    public void measure(double[] into) {
        FastStatistics.measure(
                this, columns(), backtest.market().annualization().barsPerYear(), into);
    }

    /** {@return all fills, in the order they happened, as the kernel writes them} */
    public List<Fill> fills() {
        FillColumns columns = columns().fills();
        List<Fill> fills = new ArrayList<>(columns.count());
        for (int i = 0; i < columns.count(); i++) {
            double units = units(columns, i);
            double price = columns.price(i);
            fills.add(new Fill(
                    series().openTime(columns.bar(i)),
                    columns.lots(i) > 0 ? OrderSide.BUY : OrderSide.SELL,
                    Math.abs(columns.lots(i)),
                    units,
                    price,
                    columns.fee(i),
                    units * Math.abs(price - columns.market(i)),
                    columns.reason(i)));
        }
        return fills;
    }

    /** {@return the finished trades by exit, as the kernel writes them} */
    public List<RoundTrip> trades() {
        FillColumns columns = columns().fills();
        List<RoundTrip> trades = new ArrayList<>(columns.trades());
        for (int k = 0; k < columns.trades(); k++) {
            trades.add(trade(columns, k));
        }
        return trades;
    }

    /** {@return the equity after each bar} */
    public EquityCurve curve() {
        return EquityCurve.of(
                backtest.execution().account().cash(), Arrays.copyOf(series().openTimes(), bars()), equity());
    }

    /** {@return everything, for the complete table of statistics} */
    public TrackRecord track() {
        return new TrackRecord(
                series(),
                signals.firstDefined(),
                curve(),
                trades(),
                fills(),
                fundingPaid(),
                unsentOrders(),
                0,
                trader.ambiguousBars());
    }

    private BarSeries series() {
        return backtest.market().bars();
    }

    private Scratch columns() {
        if (scratch.generation() != generation) {
            throw new IllegalStateException("the scratch of this run holds a later one");
        }
        return scratch;
    }

    private double units(FillColumns columns, int fill) {
        ExecutionSpec.Sizing sizing = backtest.execution().sizing();
        return Math.abs(columns.lots(fill))
                * sizing.lot(backtest.market().instrument().lot());
    }

    private RoundTrip trade(FillColumns columns, int k) {
        int entry = 2 * k;
        int exit = entry + 1;
        boolean isLong = columns.lots(entry) > 0;
        double size = units(columns, entry);
        double entryPrice = columns.price(entry);
        double pnl = columns.pnl(k);
        double lowest = Math.min(lowestFull(columns, entry), entryPrice);
        double highest = Math.max(highestFull(columns, entry), entryPrice);
        for (double mark : lastMarks(columns, exit, isLong)) {
            lowest = Math.min(lowest, mark);
            highest = Math.max(highest, mark);
        }
        double down = lowest / entryPrice - 1;
        double up = highest / entryPrice - 1;
        return new RoundTrip(
                isLong,
                size,
                series().openTime(columns.bar(entry)),
                entryPrice,
                series().openTime(columns.bar(exit)),
                columns.price(exit),
                pnl,
                columns.fee(entry) + columns.fee(exit),
                pnl / (size * entryPrice),
                columns.bar(exit) - columns.bar(entry),
                isLong ? down : 0 - up,
                isLong ? up : 0 - down,
                columns.reason(exit));
    }

    // The first bar that the position did not outlive: its exit bar, unless it was left at that bar's close.
    private static int endOfFullBars(FillColumns columns, int exit) {
        FillReason reason = columns.reason(exit);
        boolean atTheEnd = reason == FillReason.END_OF_DATA || reason == FillReason.RUIN;
        return columns.bar(exit) + (atTheEnd ? 1 : 0);
    }

    private double lowestFull(FillColumns columns, int entry) {
        double lowest = Double.POSITIVE_INFINITY;
        int end = endOfFullBars(columns, entry + 1);
        for (int i = columns.bar(entry); i < end; i++) {
            lowest = Math.min(lowest, series().low(i));
        }
        return lowest;
    }

    private double highestFull(FillColumns columns, int entry) {
        double highest = 0;
        int end = endOfFullBars(columns, entry + 1);
        for (int i = columns.bar(entry); i < end; i++) {
            highest = Math.max(highest, series().high(i));
        }
        return highest;
    }

    // What is marked in the bar of the exit: its open, the exit, and before a target the pessimistic extreme.
    private double[] lastMarks(FillColumns columns, int exit, boolean isLong) {
        int bar = columns.bar(exit);
        double left = columns.market(exit);
        double open = endOfFullBars(columns, exit) > bar ? left : series().open(bar);
        boolean inside = columns.reason(exit) == FillReason.TAKE_PROFIT && left != open;
        double adverse = isLong ? series().low(bar) : series().high(bar);
        return new double[] {open, left, inside ? adverse : left};
    }
}
