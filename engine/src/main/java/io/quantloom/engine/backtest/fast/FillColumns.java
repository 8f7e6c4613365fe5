package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.order.FillReason;
import java.util.Arrays;

/**
 * The fills of a run in columns, and what each finished trade came to. An account is flat or holds one position that is
 * left as a whole, so fills alternate: trade {@code k} is entered by fill {@code 2k} and left by fill {@code 2k + 1}.
 * Grows when it must, and keeps its columns for the next run.
 */
final class FillColumns {

    private int count;
    private int[] bars = new int[64];
    // Negative for a sale.
    private long[] lots = new long[64];
    private double[] markets = new double[64];
    private double[] prices = new double[64];
    private double[] fees = new double[64];
    private FillReason[] reasons = new FillReason[64];
    private double[] profits = new double[32];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** The number of finished trades. */
    int trades() {
        return count / 2;
    }

    void add(int bar, long signedLots, double market, double price, double fee, FillReason reason) {
        if (count == bars.length) {
            grow(2 * count);
        }
        bars[count] = bar;
        lots[count] = signedLots;
        markets[count] = market;
        prices[count] = price;
        fees[count] = fee;
        reasons[count] = reason;
        count++;
    }

    /** Books what the trade came to that the fill added last has ended. */
    void ended(double pnl) {
        profits[count / 2 - 1] = pnl;
    }

    int bar(int fill) {
        return bars[fill];
    }

    long lots(int fill) {
        return lots[fill];
    }

    double market(int fill) {
        return markets[fill];
    }

    double price(int fill) {
        return prices[fill];
    }

    double fee(int fill) {
        return fees[fill];
    }

    FillReason reason(int fill) {
        return reasons[fill];
    }

    double pnl(int trade) {
        return profits[trade];
    }

    private void grow(int size) {
        bars = Arrays.copyOf(bars, size);
        lots = Arrays.copyOf(lots, size);
        markets = Arrays.copyOf(markets, size);
        prices = Arrays.copyOf(prices, size);
        fees = Arrays.copyOf(fees, size);
        reasons = Arrays.copyOf(reasons, size);
        profits = Arrays.copyOf(profits, size / 2);
    }
}
