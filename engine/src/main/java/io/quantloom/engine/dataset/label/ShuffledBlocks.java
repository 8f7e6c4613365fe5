package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import java.util.random.RandomGenerator;

/** A twin of a series: its bars, as ratios to the close before, in blocks of another order; the times stay. */
final class ShuffledBlocks {

    private ShuffledBlocks() {}

    /**
     * Returns the twin.
     *
     * @param block bars that stay together, above zero
     */
    static BarSeries of(BarSeries bars, int block, Seeds seeds) {
        int size = bars.size();
        if (size < 2) {
            return bars;
        }
        int[] source = source(size, block, seeds.random());
        double[][] to = new double[5][size];
        double last = bars.close(0);
        for (int t = 0; t < size; t++) {
            int from = source[t];
            double scale = from == 0 ? 1 : last / bars.close(from - 1);
            to[0][t] = bars.open(from) * scale;
            to[3][t] = bars.close(from) * scale;
            to[1][t] = Math.max(bars.high(from) * scale, Math.max(to[0][t], to[3][t]));
            to[2][t] = Math.min(bars.low(from) * scale, Math.min(to[0][t], to[3][t]));
            to[4][t] = bars.volume(from);
            last = to[3][t];
        }
        return BarSeries.ofColumns(bars.key(), bars.openTimes(), to[0], to[1], to[2], to[3], to[4]);
    }

    /** The first bar stays where it is: nothing is before it. */
    private static int[] source(int size, int block, RandomGenerator random) {
        int blocks = (size - 1 + block - 1) / block;
        int[] order = new int[blocks];
        for (int b = 0; b < blocks; b++) {
            int other = random.nextInt(b + 1);
            order[b] = order[other];
            order[other] = b;
        }
        int[] source = new int[size];
        int t = 1;
        for (int b : order) {
            for (int from = 1 + b * block; from < Math.min(size, 1 + (b + 1) * block); from++) {
                source[t++] = from;
            }
        }
        return source;
    }
}
