package io.quantloom.engine.model.baseline;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;

/** A number in [0, 1) by the bits of a row and a seed, and the share of the positive class. */
final class GuessForm implements RowForm {

    private static final int MOST_COLUMNS = 100_000;

    private final int columns;
    private final long seed;
    private final double share;

    GuessForm(int columns, long seed, double share) {
        this.columns = columns;
        this.seed = seed;
        this.share = share;
    }

    static GuessForm read(ModelReader reader) {
        int columns = reader.whole(0, MOST_COLUMNS);
        long high = reader.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        long low = reader.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        double share = reader.real();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
        return new GuessForm(columns, (high << 32) | (low & 0xffffffffL), share);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(columns).whole((int) (seed >> 32)).whole((int) seed).real(share);
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double margin(double[] row) {
        long hash = mixed(seed);
        for (double value : row) {
            hash = mixed(hash ^ Double.doubleToLongBits(value));
        }
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** Below the share the guess is the positive class: [0, share) becomes (0.5, 1], the rest [0, 0.5). */
    @Override
    public double probability(double margin) {
        return margin < share ? 1 - margin / share / 2 : (1 - margin) / (1 - share) / 2;
    }

    @Override
    public boolean isPositive(double margin) {
        return margin < share;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
