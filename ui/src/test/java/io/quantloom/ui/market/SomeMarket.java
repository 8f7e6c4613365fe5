package io.quantloom.ui.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/** A few series, made by hand. */
final class SomeMarket {

    static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    static final SeriesKey BTC_HOUR = new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "binance");
    static final SeriesKey BTC_DAY = new SeriesKey(new Symbol("BTC-USDT"), Timeframe.DAY, "binance");
    static final SeriesKey GOOG_DAY = new SeriesKey(new Symbol("GOOG"), Timeframe.DAY, "file");

    final BarStore bars = new InMemoryBarStore();

    /** Two timeframes of one instrument that end now, and one instrument that ended years ago. */
    static SomeMarket ofTwo() {
        SomeMarket market = new SomeMarket();
        market.add(BTC_HOUR, NOW, 100, Optional.empty());
        market.add(BTC_DAY, NOW, 30, Optional.empty());
        market.add(GOOG_DAY, Instant.parse("2013-03-01T00:00:00Z"), 50, Optional.empty());
        return market;
    }

    /** Bars that rise by one a bar and end with the last full one before the time. */
    void add(SeriesKey key, Instant end, int size, Optional<String> synthetic) {
        long step = key.timeframe().millis();
        long last = Math.floorDiv(end.toEpochMilli(), step) * step - step;
        long[] times = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = last - (size - 1L - i) * step;
            open[i] = 100 + i;
            close[i] = 101 + i;
            high[i] = 102 + i;
            low[i] = 99 + i;
            volume[i] = 10;
        }
        Instrument instrument = new Instrument(
                key.symbol(), "USD", TradingCalendar.CRYPTO_24X7, "as said", Instrument.UNKNOWN_LOT, false, synthetic);
        bars.save(instrument, BarSeries.ofColumns(key, times, open, high, low, close, volume));
    }
}
