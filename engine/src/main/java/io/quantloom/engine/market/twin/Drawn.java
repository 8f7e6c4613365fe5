package io.quantloom.engine.market.twin;

import java.util.random.RandomGenerator;

/** Places drawn in blocks, in a circle. Immutable. */
final class Drawn {

    private final TwinMethod.Blocks blocks;
    private final int size;
    private final double logOfStaying;

    /**
     * Takes what to draw from.
     *
     * @param size number of places, above zero
     */
    Drawn(TwinMethod.Blocks blocks, int size) {
        this.blocks = blocks;
        this.size = size;
        this.logOfStaying = Math.log1p(-1 / blocks.length());
    }

    /** Returns as many places as there are, each in [0, size). */
    int[] order(RandomGenerator random) {
        int[] order = new int[size];
        int filled = 0;
        while (filled < size) {
            int start = random.nextInt(size);
            int length = length(random);
            for (int i = 0; i < length && filled < size; i++) {
                order[filled++] = (start + i) % size;
            }
        }
        return order;
    }

    private int length(RandomGenerator random) {
        return switch (blocks.kind()) {
            case CIRCULAR -> (int) Math.min(size, Math.round(blocks.length()));
            // P(length > k) = (1 − 1/mean)^k. A mean of 1 makes the logarithm infinite and the length 1.
            case STATIONARY -> (int) Math.min(size, 1 + Math.log(1 - random.nextDouble()) / logOfStaying);
        };
    }
}
