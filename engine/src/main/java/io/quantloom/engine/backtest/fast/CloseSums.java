package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.strategy.SmaOrder;
import java.util.Arrays;

/**
 * Prefix sums of closes, from which the order of any two simple moving averages is told in O(1), or in O(slow) by
 * {@link SmaOrder} where the sums are too close to tell. Either way the answer is {@code SmaOrder}'s. Immutable; one
 * serves all windows.
 *
 * <p>Why the answer is the same. u = 2⁻⁵³, M the highest close, T the sum of all closes, f and s the windows. Sums are
 * accumulated together with their rounding errors (Knuth's two-sum) and rounded once, so each of the n sums is off by at
 * most {@code E = (2 + n²u)uT}. The difference {@code d = s · Σfast − f · Σslow} of four of them is then off by at most
 * {@code 2E(s + f) + 7ufsM}: the sums' own errors, and fewer than seven roundings of terms that are at most fsM. {@code SmaOrder} compares two values that are each off by
 * at most {@code 1.01(s + 2)uM}, which is {@code 2.02(s + 2)ufsM} in units of d. Where |d| exceeds the sum of all this, the
 * real difference has d's sign and {@code SmaOrder} finds it. {@link #bound} is more than twice that sum; where it is not
 * finite nothing exceeds it.
 */
final class CloseSums {

    private static final double U = 0x1p-53;

    private final double[] closes;
    // sums[i] is the sum of the closes before bar i.
    private final double[] sums;
    private final double highest;

    private CloseSums(double[] closes, double[] sums, double highest) {
        this.closes = closes;
        this.sums = sums;
        this.highest = highest;
    }

    /** Returns the sums of the closes, which stay the caller's and must not change. */
    static CloseSums of(double[] closes) {
        double[] sums = new double[closes.length + 1];
        double sum = 0;
        double lost = 0;
        double highest = 0;
        for (int i = 0; i < closes.length; i++) {
            double close = closes[i];
            highest = Math.max(highest, close);
            double next = sum + close;
            double taken = next - sum;
            lost += (sum - (next - taken)) + (close - taken);
            sum = next;
            sums[i + 1] = sum + lost;
        }
        return new CloseSums(closes, sums, highest);
    }

    /** {@return above which a difference of sums tells the order of the averages} */
    double bound(int fast, int slow) {
        double windows = (double) fast * slow;
        double total = sums[sums.length - 1];
        double n = closes.length;
        double ofSums = (10 + 5 * n * n * U) * total * (slow + fast);
        return U * (ofSums + (5.0 * slow + 32) * highest * windows) + Double.MIN_NORMAL;
    }

    /** Writes the code of each crossing at its bar, and none at every other bar. */
    void writeCrossings(int fast, int slow, byte up, byte down, byte[] codes) {
        int n = closes.length;
        Arrays.fill(codes, 0, n, Signals.NONE);
        double bound = bound(fast, slow);
        int before = 0;
        for (int end = slow; end <= n; end++) {
            double all = sums[end] - sums[end - slow];
            double recent = sums[end] - sums[end - fast];
            double difference = recent * slow - all * fast;
            int side = difference > bound ? 1 : difference < -bound ? -1 : SmaOrder.of(closes, end - slow, fast, slow);
            if (before * side < 0) {
                codes[end - 1] = side > 0 ? up : down;
            }
            before = side;
        }
    }
}
