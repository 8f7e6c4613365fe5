package io.quantloom.engine.training;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Prices that nobody can predict: independent Gaussian log returns of 4 % a day, lowered by half their variance, so that the
 * price is a martingale; wicks and volume are independent of all else.
 */
final class RandomWalks {

    private static final double DAILY = 0.04;
    private static final long START = 1_600_000_000_000L / 86_400_000 * 86_400_000;

    private RandomWalks() {}

    static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                "USD",
                TradingCalendar.CRYPTO_24X7,
                "",
                Instrument.UNKNOWN_LOT,
                false,
                Optional.of("random walk"));
    }

    static BarSeries bars(Symbol symbol, Timeframe timeframe, int days, long seed) {
        RandomGenerator random = new Seeds(seed).child(symbol.name()).random();
        int size = (int) (days * 86_400_000L / timeframe.millis());
        double deviation = DAILY * Math.sqrt(timeframe.millis() / 86_400_000.0);
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        for (int t = 0; t < size; t++) {
            double close = last * Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
            times[t] = START + t * timeframe.millis();
            columns[0][t] = last;
            columns[1][t] = Math.max(last, close) * Math.exp(deviation / 2 * random.nextExponential());
            columns[2][t] = Math.min(last, close) * Math.exp(-deviation / 2 * random.nextExponential());
            columns[3][t] = close;
            columns[4][t] = 1000 * Math.exp(0.5 * random.nextGaussian());
            last = close;
        }
        return BarSeries.ofColumns(
                new SeriesKey(symbol, timeframe, MakeSampleMarket.SOURCE),
                times,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4]);
    }
}
