package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.Optional;

/**
 * How to analyze a backtest. Immutable.
 *
 * @param seed all resampling is derived from it
 * @param resamples of the bootstrap, above zero
 * @param paths of each Monte Carlo simulation, above zero
 * @param level coverage of the intervals, in (0, 1)
 * @param fees of the cost frontier; the backtest's own is added
 * @param slippages of the cost frontier, in bps; the backtest's own is added
 * @param maxDelay delays 0 to this are tried, in bars
 * @param benchmark a series to compare with besides buying and holding the one traded
 */
public record AnalysisSettings(
        long seed,
        int resamples,
        int paths,
        double level,
        List<Double> fees,
        List<Double> slippages,
        int maxDelay,
        Optional<SeriesKey> benchmark) {

    /** Copies the lists and checks the ranges. */
    public AnalysisSettings {
        if (resamples < 1 || paths < 1) {
            throw new IllegalArgumentException(
                    "resamples and paths must be above zero, were " + resamples + " and " + paths);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of an interval must be in (0, 1), was " + level);
        }
        if (maxDelay < 0) {
            throw new IllegalArgumentException("the longest delay must be zero or more, was " + maxDelay);
        }
        fees = List.copyOf(fees);
        slippages = List.copyOf(slippages);
    }

    /**
     * Returns the usual settings: 1,000 resamples and paths, 95 % intervals, fees of 0, 5, 10 and 20 bps, slippage of 0,
     * 2, 5 and 10 bps, delays up to 3 bars.
     */
    public static AnalysisSettings of(long seed) {
        return new AnalysisSettings(
                seed,
                1_000,
                1_000,
                0.95,
                List.of(0.0, 0.0005, 0.001, 0.002),
                List.of(0.0, 2.0, 5.0, 10.0),
                3,
                Optional.empty());
    }

    /** Returns these settings with another benchmark. */
    public AnalysisSettings withBenchmark(SeriesKey other) {
        return new AnalysisSettings(seed, resamples, paths, level, fees, slippages, maxDelay, Optional.of(other));
    }
}
