package io.quantloom.engine.market;

import io.quantloom.engine.base.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The bars of one series in columns, oldest first, times strictly ascending. Prices are finite and above zero with
 * {@code low ≤ open, close ≤ high}; volumes are zero or more, NaN when unknown. Gaps between bars are allowed. Immutable
 * and safe for use by several threads.
 */
public final class BarSeries {

    private final SeriesKey key;
    private final long[] openTimes;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    private BarSeries(
            SeriesKey key,
            long[] openTimes,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        this.key = key;
        this.openTimes = openTimes;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    /**
     * Returns a series over the columns, which the caller gives away and must not change afterwards.
     *
     * @param openTimes epoch milliseconds UTC
     * @throws IllegalArgumentException if a column is of another length, times do not ascend or a bar is impossible
     */
    public static BarSeries ofColumns(
            SeriesKey key,
            long[] openTimes,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        int size = openTimes.length;
        for (double[] column : new double[][] {open, high, low, close, volume}) {
            if (column.length != size) {
                throw new IllegalArgumentException("columns of " + key + " differ in length");
            }
        }
        for (int i = 0; i < size; i++) {
            if (i > 0 && openTimes[i] <= openTimes[i - 1]) {
                throw new IllegalArgumentException("times of " + key + " do not ascend at bar " + i);
            }
            boolean possible = low[i] > 0
                    && high[i] < Double.POSITIVE_INFINITY
                    && low[i] <= Math.min(open[i], close[i])
                    && Math.max(open[i], close[i]) <= high[i]
                    && !(volume[i] < 0)
                    && volume[i] != Double.POSITIVE_INFINITY;
            if (!possible) {
                throw new IllegalArgumentException("bar " + i + " of " + key + " is impossible");
            }
        }
        return new BarSeries(key, openTimes, open, high, low, close, volume);
    }

    /** Returns a series of the bars. */
    public static BarSeries of(SeriesKey key, java.util.List<Bar> bars) {
        return ofColumns(
                key,
                bars.stream().mapToLong(Bar::openTime).toArray(),
                bars.stream().mapToDouble(Bar::open).toArray(),
                bars.stream().mapToDouble(Bar::high).toArray(),
                bars.stream().mapToDouble(Bar::low).toArray(),
                bars.stream().mapToDouble(Bar::close).toArray(),
                bars.stream().mapToDouble(Bar::volume).toArray());
    }

    /** {@return which series this is} */
    public SeriesKey key() {
        return key;
    }

    /** {@return the number of bars} */
    public int size() {
        return openTimes.length;
    }

    /** {@return the open time of bar {@code i}, epoch milliseconds UTC} */
    public long openTime(int i) {
        return openTimes[i];
    }

    /** {@return the opening price of bar {@code i}} */
    public double open(int i) {
        return open[i];
    }

    /** {@return the highest price of bar {@code i}} */
    public double high(int i) {
        return high[i];
    }

    /** {@return the lowest price of bar {@code i}} */
    public double low(int i) {
        return low[i];
    }

    /** {@return the closing price of bar {@code i}} */
    public double close(int i) {
        return close[i];
    }

    /** {@return the volume of bar {@code i}, NaN when unknown} */
    public double volume(int i) {
        return volume[i];
    }

    /** {@return bar {@code i} as a value} */
    public Bar bar(int i) {
        return new Bar(openTimes[i], open[i], high[i], low[i], close[i], volume[i]);
    }

    /** {@return a copy of the open times} */
    public long[] openTimes() {
        return openTimes.clone();
    }

    /** {@return a copy of the opening prices} */
    public double[] opens() {
        return open.clone();
    }

    /** {@return a copy of the highest prices} */
    public double[] highs() {
        return high.clone();
    }

    /** {@return a copy of the lowest prices} */
    public double[] lows() {
        return low.clone();
    }

    /** {@return a copy of the closing prices} */
    public double[] closes() {
        return close.clone();
    }

    /** {@return a copy of the volumes} */
    public double[] volumes() {
        return volume.clone();
    }

    /** Returns the bars [from, to). */
    public BarSeries slice(int from, int to) {
        return new BarSeries(
                key,
                Arrays.copyOfRange(openTimes, from, to),
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to),
                Arrays.copyOfRange(volume, from, to));
    }

    /** {@return the index of the first bar that opens at or after the time, {@code size()} if there is none} */
    public int firstAtOrAfter(long epochMillis) {
        int found = Arrays.binarySearch(openTimes, epochMillis);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Returns the content hash: SHA-256 over the key's text and, bar by bar, the open time and the raw bits of the five
     * numbers, big endian. Two series with equal hashes give equal results everywhere.
     */
    public Sha256 contentHash() {
        MessageDigest digest = Sha256.digest();
        digest.update(key.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ByteBuffer row = ByteBuffer.allocate(48);
        for (int i = 0; i < openTimes.length; i++) {
            row.clear();
            row.putLong(openTimes[i]).putDouble(open[i]).putDouble(high[i]);
            row.putDouble(low[i]).putDouble(close[i]).putDouble(volume[i]);
            digest.update(row.array());
        }
        return Sha256.of(digest);
    }
}
