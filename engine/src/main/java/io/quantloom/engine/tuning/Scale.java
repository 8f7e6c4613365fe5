package io.quantloom.engine.tuning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The line on which a numeric dimension is searched: its values or their logarithms, between edges that give each step the
 * same width, the first and the last included. A value's place on the line is its coordinate. Immutable.
 *
 * @param low lowest value
 * @param high highest value, on a step
 * @param log whether coordinates are natural logarithms of values; never together with a step other than 1
 * @param step distance of neighboring values; 0 where all values between are possible
 */
public record Scale(double low, double high, boolean log, double step) {

    private static final MathContext DIGITS = new MathContext(4);

    /** {@return whether only multiples of the step behind low are possible} */
    public boolean isStepped() {
        return step > 0;
    }

    /** {@return the coordinate at which the line begins: half a step before the lowest value} */
    public double lowEdge() {
        return coordinate(low - step / 2);
    }

    /** {@return the coordinate at which the line ends: half a step behind the highest value} */
    public double highEdge() {
        return coordinate(high + step / 2);
    }

    /** Returns the coordinate of a value. */
    public double coordinate(double value) {
        // StrictMath: the same bits on every platform.
        return log ? StrictMath.log(value) : value;
    }

    /**
     * Returns the possible value nearest to a coordinate; where there is no step, rounded to four significant digits, so
     * that a person can repeat it by hand.
     */
    public double value(double coordinate) {
        double exact = log ? StrictMath.exp(coordinate) : coordinate;
        if (!isStepped()) {
            return Math.clamp(new BigDecimal(exact).round(DIGITS).doubleValue(), low, high);
        }
        double steps = Math.rint((Math.clamp(exact, low, high) - low) / step);
        return Math.clamp(onStep(steps), low, high);
    }

    /** {@return how many values are possible; infinite without a step} */
    public double size() {
        return isStepped() ? Math.rint((high - low) / step) + 1 : low == high ? 1 : Double.POSITIVE_INFINITY;
    }

    /** Returns where the value lies between the edges, in [0, 1]. */
    public double unit(double value) {
        double from = lowEdge();
        double to = highEdge();
        return to > from ? Math.clamp((coordinate(value) - from) / (to - from), 0.0, 1.0) : 0.5;
    }

    // In decimals, as a person adds: 0.5 + 4 × 0.05 is 0.7.
    private double onStep(double steps) {
        return BigDecimal.valueOf(low)
                .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)))
                .setScale(12, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** Returns the highest value on a step that is not above the limit. */
    static double lastStep(double low, double limit, double step) {
        // A thousandth of a step is rounding, not intent.
        return step > 0 ? low + Math.floor((limit - low) / step + 1e-3) * step : limit;
    }
}
