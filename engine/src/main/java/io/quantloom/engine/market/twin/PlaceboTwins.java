package io.quantloom.engine.market.twin;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Twins without signal of one series, as many as there are seeds. A twin begins with the original's first bar, has its
 * times, and its source is {@link #SOURCE}. Immutable and safe for use by several threads.
 *
 * <p>A bar is taken as four logarithms, {@code gap = ln(open / close before)}, {@code body = ln(close / open)},
 * {@code upper = ln(high / max(open, close))} and {@code lower = ln(min(open, close) / low)}, and its volume. Where bars are
 * drawn as they are, the gap is shifted by {@code −ln(mean(exp(gap + body)))}, so that the expected simple return is 0;
 * where a coin decides, a part x becomes {@code ±x − ln(cosh x)}, whose simple return is {@code ±tanh x}: the price is a
 * martingale at every open and close, whatever came before. {@link Drift#KEPT} shifts the gap up by the original's mean.
 */
public final class PlaceboTwins {

    /** The source of every twin. */
    public static final String SOURCE = "placebo";

    private final BarSeries original;
    private final TwinMethod method;
    private final double[] gap;
    private final double[] body;
    private final double[] upper;
    private final double[] lower;
    private final double drift;
    private final double mean;

    /**
     * Takes the original.
     *
     * @param original at least three bars
     */
    public PlaceboTwins(BarSeries original, TwinMethod method, Drift drift) {
        int size = original.size();
        if (size < 3) {
            throw new IllegalArgumentException("a twin needs at least three bars, had " + size);
        }
        this.original = original;
        this.method = method;
        this.gap = new double[size];
        this.body = new double[size];
        this.upper = new double[size];
        this.lower = new double[size];
        double growth = 0;
        for (int t = 0; t < size; t++) {
            double open = original.open(t);
            double close = original.close(t);
            gap[t] = t == 0 ? 0 : Math.log(open / original.close(t - 1));
            body[t] = Math.log(close / open);
            upper[t] = Math.log(original.high(t) / Math.max(open, close));
            lower[t] = Math.log(Math.min(open, close) / original.low(t));
            growth += t == 0 ? 0 : Math.exp(gap[t] + body[t]);
        }
        this.mean = Math.log(growth / (size - 1));
        this.drift = drift == Drift.KEPT ? mean : 0;
    }

    /** Returns the twin of the seed: equal seeds, equal bits. O(n log n). */
    public BarSeries twin(Seeds seeds) {
        RandomGenerator random = seeds.random();
        return switch (method) {
            case TwinMethod.Blocks blocks -> {
                int[] order = new Drawn(blocks, original.size() - 1).order(random);
                yield blocks.mirrored() ? mirrored(order, random) : asTheyAre(order);
            }
            case TwinMethod.Phases _ -> asTheyAre(RandomPhases.order(returns(), random));
            case TwinMethod.Signs _ -> mirrored(inPlace(), random);
        };
    }

    /** The log returns of the bars from the second on. */
    private double[] returns() {
        double[] returns = new double[original.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = gap[i + 1] + body[i + 1];
        }
        return returns;
    }

    private int[] inPlace() {
        int[] order = new int[original.size() - 1];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private BarSeries asTheyAre(int[] order) {
        var twin = new Twin();
        for (int place : order) {
            int t = place + 1;
            twin.add(t, gap[t] - mean + drift, body[t], upper[t], lower[t]);
        }
        return twin.series();
    }

    private BarSeries mirrored(int[] order, RandomGenerator random) {
        var twin = new Twin();
        for (int place : order) {
            int t = place + 1;
            double before = fair(gap[t], random.nextBoolean());
            boolean isTurned = random.nextBoolean();
            double inside = fair(body[t], isTurned);
            twin.add(t, before + drift, inside, isTurned ? lower[t] : upper[t], isTurned ? upper[t] : lower[t]);
        }
        return twin.series();
    }

    private static double fair(double part, boolean isTurned) {
        return (isTurned ? -part : part) - Math.log(Math.cosh(part));
    }

    /** A series that grows bar by bar behind the original's first one. */
    private final class Twin {
        private final double[] open = new double[original.size()];
        private final double[] high = new double[original.size()];
        private final double[] low = new double[original.size()];
        private final double[] close = new double[original.size()];
        private final double[] volume = new double[original.size()];
        private double logClose = Math.log(original.close(0));
        private int size = 1;

        Twin() {
            open[0] = original.open(0);
            high[0] = original.high(0);
            low[0] = original.low(0);
            close[0] = original.close(0);
            volume[0] = original.volume(0);
        }

        void add(int shape, double before, double inside, double above, double below) {
            double logOpen = logClose + before;
            logClose = logOpen + inside;
            open[size] = Math.exp(logOpen);
            close[size] = inside == 0 ? open[size] : Math.exp(logClose);
            // A factor of at least 1 cannot put the extremes on the wrong side.
            high[size] = Math.max(open[size], close[size]) * Math.exp(above);
            low[size] = Math.min(open[size], close[size]) / Math.exp(below);
            volume[size] = original.volume(shape);
            size++;
        }

        BarSeries series() {
            SeriesKey key = original.key();
            return BarSeries.ofColumns(
                    new SeriesKey(key.symbol(), key.timeframe(), SOURCE),
                    original.openTimes(),
                    open,
                    high,
                    low,
                    close,
                    volume);
        }
    }
}
