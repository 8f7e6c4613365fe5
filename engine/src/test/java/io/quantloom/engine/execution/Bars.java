package io.quantloom.engine.execution;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Bars for tests of everything that trades. */
public final class Bars {

    public static final Symbol SYMBOL = new Symbol("TEST");
    public static final SeriesKey HOURLY = new SeriesKey(SYMBOL, Timeframe.HOUR, "test");
    public static final long HOUR = 3_600_000;

    private Bars() {}

    /** Bar {@code index} of an hourly series that starts at the epoch. */
    public static Bar bar(int index, double open, double high, double low, double close) {
        return new Bar(index * HOUR, open, high, low, close, 1);
    }

    /** Bars of the rows {open, high, low, close}. */
    public static BarSeries series(double[]... rows) {
        List<Bar> bars = new ArrayList<>();
        for (double[] row : rows) {
            bars.add(bar(bars.size(), row[0], row[1], row[2], row[3]));
        }
        return BarSeries.of(HOURLY, bars);
    }

    public static double[] row(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    /** Flat bars at the prices. */
    public static BarSeries flat(double... prices) {
        double[][] rows = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            rows[i] = row(prices[i], prices[i], prices[i], prices[i]);
        }
        return series(rows);
    }

    /** A random walk with gaps between close and next open. */
    public static BarSeries random(long seed, int size) {
        RandomGenerator random = new Seeds(seed).child("bars").random();
        List<Bar> bars = new ArrayList<>();
        double price = 50 + 100 * random.nextDouble();
        for (int i = 0; i < size; i++) {
            double open = price * Math.exp(0.01 * random.nextGaussian());
            double close = open * Math.exp(0.03 * random.nextGaussian());
            double high = Math.max(open, close) * Math.exp(0.02 * random.nextDouble());
            double low = Math.min(open, close) * Math.exp(-0.02 * random.nextDouble());
            bars.add(new Bar(i * HOUR, open, high, low, close, 1 + 100 * random.nextDouble()));
            price = close;
        }
        return BarSeries.of(HOURLY, bars);
    }

    public static Instrument instrument(double lot, boolean perpetual) {
        return new Instrument(
                SYMBOL, "USD", TradingCalendar.CRYPTO_24X7, "set by a test", lot, perpetual, Optional.empty());
    }
}
