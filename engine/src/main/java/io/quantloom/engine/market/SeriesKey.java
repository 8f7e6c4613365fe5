package io.quantloom.engine.market;

import io.quantloom.engine.instrument.Symbol;
import java.util.Comparator;

/**
 * Which series: one instrument, one timeframe, one source. Immutable.
 *
 * @param symbol the instrument
 * @param timeframe length of its bars
 * @param source where it came from, for example {@code binance}, {@code file}, {@code sample}
 */
public record SeriesKey(Symbol symbol, Timeframe timeframe, String source) implements Comparable<SeriesKey> {

    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::symbol)
            .thenComparing(SeriesKey::timeframe)
            .thenComparing(SeriesKey::source);

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }

    /** {@return for example {@code BTC-USDT 1h binance}} */
    @Override
    public String toString() {
        return symbol + " " + timeframe + " " + source;
    }
}
