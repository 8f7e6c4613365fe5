package io.quantloom.engine.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Every stretch of an equity curve below a peak. A drawdown lasts from the last bar at the peak to the first bar at or
 * above it, or to the end of the data. The first value is the starting cash, which counts as a peak. Pure functions.
 */
public final class DrawdownTable {

    private DrawdownTable() {}

    /** Returns all drawdowns, oldest first; none for a curve that never falls. */
    public static List<Drawdown> of(EquityCurve curve) {
        double[] equity = curve.values();
        equity[0] = curve.startingCash();
        List<Drawdown> drawdowns = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                if (i - peak > 1) {
                    drawdowns.add(drawdown(curve, equity, peak, trough, i, OptionalLong.of(curve.time(i))));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || equity[i] < equity[trough]) {
                trough = i;
            }
        }
        if (trough > peak) {
            drawdowns.add(drawdown(curve, equity, peak, trough, equity.length - 1, OptionalLong.empty()));
        }
        return drawdowns;
    }

    /** Returns at most so many drawdowns, deepest first; of equal depth the older first. */
    public static List<Drawdown> deepest(EquityCurve curve, int most) {
        return of(curve).stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth).reversed().thenComparingLong(Drawdown::start))
                .limit(most)
                .toList();
    }

    /** Returns {@code equity / running peak − 1} at every bar, zero or below. */
    public static TimeSeries underwater(EquityCurve curve) {
        double[] values = curve.values();
        values[0] = curve.startingCash();
        double peak = values[0];
        for (int i = 0; i < values.length; i++) {
            peak = Math.max(peak, values[i]);
            values[i] = values[i] / peak - 1;
        }
        return TimeSeries.of(curve.times(), values);
    }

    private static Drawdown drawdown(
            EquityCurve curve, double[] equity, int peak, int trough, int end, OptionalLong recovery) {
        return new Drawdown(
                curve.time(peak),
                curve.time(trough),
                recovery,
                1 - equity[trough] / equity[peak],
                end - peak,
                trough - peak);
    }
}
