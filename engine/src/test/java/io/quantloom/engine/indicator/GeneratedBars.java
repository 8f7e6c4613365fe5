package io.quantloom.engine.indicator;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.SplittableRandom;

/** Seeded random walks with the oddities of real files: flat bars, bars without volume, gaps in time. */
public final class GeneratedBars {

    private static final SeriesKey KEY = new SeriesKey(new Symbol("WALK"), Timeframe.HOUR, "generated");
    private static final long HOUR = 3_600_000;

    private GeneratedBars() {}

    /** Hourly bars; some flat, some without volume, some hours missing. */
    public static BarSeries walk(long seed, int size) {
        var random = new SplittableRandom(seed);
        long[] times = new long[size];
        double[][] prices = new double[5][size];
        long time = 1_600_000_000_000L / HOUR * HOUR;
        double last = 100;
        for (int i = 0; i < size; i++) {
            time += random.nextInt(50) == 0 ? 5 * HOUR : HOUR;
            times[i] = time;
            boolean flat = random.nextInt(20) == 0;
            double close = flat ? last : last * Math.exp(0.01 * random.nextGaussian());
            prices[0][i] = last;
            prices[1][i] = flat ? last : Math.max(last, close) * (1 + 0.004 * random.nextDouble());
            prices[2][i] = flat ? last : Math.min(last, close) * (1 - 0.004 * random.nextDouble());
            prices[3][i] = close;
            prices[4][i] = random.nextInt(15) == 0 ? 0 : 1000 * random.nextDouble();
            last = close;
        }
        return BarSeries.ofColumns(KEY, times, prices[0], prices[1], prices[2], prices[3], prices[4]);
    }

    /**
     * A walk whose prices move in few and large ticks, so that bars tie, stand still for long and rise or fall in rows; of
     * prices between 1e-9 and 1e9 by the seed.
     */
    public static BarSeries coarseWalk(long seed, int size) {
        BarSeries walk = walk(seed, size);
        double unit = Math.pow(10, (double) (seed % 19) - 9);
        double[][] columns = {walk.opens(), walk.highs(), walk.lows(), walk.closes()};
        for (double[] column : columns) {
            for (int i = 0; i < size; i++) {
                column[i] = Math.max(1, Math.rint(column[i] / 4)) * unit;
            }
        }
        return BarSeries.ofColumns(
                KEY, walk.openTimes(), columns[0], columns[1], columns[2], columns[3], walk.volumes());
    }

    /** The walk with unknown volumes here and there, among them the first. */
    public static BarSeries walkWithUnknownVolumes(long seed, int size) {
        BarSeries known = walk(seed, size);
        var random = new SplittableRandom(seed + 1);
        double[] volumes = known.volumes();
        for (int i = 0; i < size; i++) {
            if (i == 0 || random.nextInt(40) == 0) {
                volumes[i] = Double.NaN;
            }
        }
        return withVolumes(known, volumes);
    }

    /** The same bars with other volumes. */
    public static BarSeries withVolumes(BarSeries bars, double[] volumes) {
        return BarSeries.ofColumns(
                bars.key(), bars.openTimes(), bars.opens(), bars.highs(), bars.lows(), bars.closes(), volumes);
    }

    /** The same past up to {@code keep} bars, and a future scaled and shuffled by the seed. */
    public static BarSeries withPoisonedFuture(BarSeries bars, int keep, double factor, long seed) {
        var random = new SplittableRandom(seed);
        double[][] columns = {bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes()};
        for (int i = bars.size() - 1; i > keep; i--) {
            int other = keep + random.nextInt(i - keep + 1);
            for (double[] column : columns) {
                double moved = column[i];
                column[i] = column[other];
                column[other] = moved;
            }
        }
        for (int i = keep; i < bars.size(); i++) {
            for (double[] column : columns) {
                column[i] *= factor;
            }
        }
        return BarSeries.ofColumns(
                bars.key(), bars.openTimes(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
