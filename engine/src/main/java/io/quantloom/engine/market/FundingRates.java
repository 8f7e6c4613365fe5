package io.quantloom.engine.market;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.instrument.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Funding of a perpetual, oldest first, times strictly ascending. A positive rate means that longs pay shorts
 * {@code rate × notional} at that time. Immutable.
 */
public final class FundingRates {

    private final Symbol symbol;
    private final long[] times;
    private final double[] rates;

    private FundingRates(Symbol symbol, long[] times, double[] rates) {
        this.symbol = symbol;
        this.times = times;
        this.rates = rates;
    }

    /**
     * Returns rates over copies of the columns.
     *
     * @param times epoch milliseconds UTC, strictly ascending
     * @param rates fraction of the notional, finite
     * @throws IllegalArgumentException if lengths differ, times do not ascend or a rate is not finite
     */
    public static FundingRates of(Symbol symbol, long[] times, double[] rates) {
        if (times.length != rates.length) {
            throw new IllegalArgumentException("funding of " + symbol + ": times and rates differ in length");
        }
        for (int i = 0; i < times.length; i++) {
            if ((i > 0 && times[i] <= times[i - 1]) || !Double.isFinite(rates[i])) {
                throw new IllegalArgumentException("funding of " + symbol + " is impossible at index " + i);
            }
        }
        return new FundingRates(symbol, times.clone(), rates.clone());
    }

    /** Returns no funding at all. */
    public static FundingRates none(Symbol symbol) {
        return new FundingRates(symbol, new long[0], new double[0]);
    }

    /** {@return the perpetual} */
    public Symbol symbol() {
        return symbol;
    }

    /** {@return the number of rates} */
    public int size() {
        return times.length;
    }

    /** {@return the time of rate {@code i}, epoch milliseconds UTC} */
    public long time(int i) {
        return times[i];
    }

    /** {@return rate {@code i}, a fraction of the notional; positive: longs pay} */
    public double rate(int i) {
        return rates[i];
    }

    /** {@return the index of the first rate at or after the time, {@code size()} if there is none} */
    public int firstAtOrAfter(long epochMillis) {
        int found = Arrays.binarySearch(times, epochMillis);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Returns the content hash: SHA-256 over the symbol and, rate by rate, the time and the raw bits of the rate, big
     * endian.
     */
    public Sha256 contentHash() {
        MessageDigest digest = Sha256.digest();
        digest.update(symbol.name().getBytes(StandardCharsets.UTF_8));
        ByteBuffer row = ByteBuffer.allocate(16);
        for (int i = 0; i < times.length; i++) {
            row.clear();
            row.putLong(times[i]).putDouble(rates[i]);
            digest.update(row.array());
        }
        return Sha256.of(digest);
    }
}
