package io.quantloom.engine.strategy;

/**
 * Which of two simple moving averages that end at the same close is higher. The one computation behind every crossing:
 * {@link SmaCrossStrategy} asks it at each bar, the fast backtest wherever cheaper sums cannot tell.
 */
public final class SmaOrder {

    private SmaOrder() {}

    /**
     * Returns 1 when the fast average is above the slow one, −1 below, 0 equal. The averages are compared by the sums of
     * the distances from the oldest close in the slow window, so that prices that do not move give averages that are
     * exactly equal. O(slow).
     *
     * <p>With u = 2⁻⁵³ and M the highest close of the window, what is compared differs from the real averages' distances
     * by at most {@code (slow + 2) · u · M} each, to first order.
     *
     * @param closes prices above zero
     * @param from index of the oldest close in the slow window; the window is {@code [from, from + slow)}
     * @param fast length of the fast window, above zero
     * @param slow length of the slow window, above {@code fast}
     */
    public static int of(double[] closes, int from, int fast, int slow) {
        double base = closes[from];
        double older = 0;
        int split = from + slow - fast;
        for (int i = from; i < split; i++) {
            older += closes[i] - base;
        }
        double newer = 0;
        for (int i = split; i < from + slow; i++) {
            newer += closes[i] - base;
        }
        return Double.compare(newer / fast, (older + newer) / slow);
    }
}
