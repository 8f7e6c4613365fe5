package io.quantloom.engine.backtest.analysis.resampling;

import java.util.random.RandomGenerator;

/**
 * Draws the places of blocks: {@link #next} begins one, {@link #start} and {@link #length} say where it is. Mutable, used
 * by one thread.
 */
final class BlockDraw {

    private final BootstrapMethod method;
    private final int size;
    private final int fixedLength;
    private final double logOfStaying;
    private final RandomGenerator random;
    private int start;
    private int length;

    /**
     * Takes what to draw from.
     *
     * @param size number of values, above zero
     * @param meanLength of a block, 1 or more; moving blocks have it rounded to a whole number
     */
    BlockDraw(BootstrapMethod method, int size, double meanLength, RandomGenerator random) {
        this.method = method;
        this.size = size;
        this.fixedLength = (int) Math.min(size, Math.max(1, Math.round(meanLength)));
        this.logOfStaying = Math.log1p(-1 / meanLength);
        this.random = random;
    }

    void next() {
        if (method == BootstrapMethod.MOVING_BLOCK) {
            start = random.nextInt(size - fixedLength + 1);
            length = fixedLength;
        } else {
            start = random.nextInt(size);
            // Geometric: P(length > k) = (1 - 1/mean)^k. A mean of 1 makes the logarithm infinite and the length 1.
            length = (int) Math.min(size, 1 + Math.log(1 - random.nextDouble()) / logOfStaying);
        }
    }

    int start() {
        return start;
    }

    /** {@return how many values follow from the start on, in a circle; above zero} */
    int length() {
        return length;
    }
}
