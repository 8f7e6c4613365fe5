package io.quantloom.engine.tuning.sampling;

/**
 * A pseudo-random order of the numbers 0 to size − 1 that is never written down: a balanced Feistel network over the next
 * power of four, walked until it comes out below the size. Immutable.
 *
 * <p>Source: Black and Rogaway, Ciphers with arbitrary finite domains, CT-RSA 2002.
 */
final class Permutation {

    private static final int ROUNDS = 4;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long size;
    private final long key;
    private final int half;

    /** Takes the size, in [1, 2^62]. */
    Permutation(long size, long key) {
        this.size = size;
        this.key = key;
        int bits = 64 - Long.numberOfLeadingZeros(size - 1);
        this.half = Math.max(1, (bits + 1) / 2);
    }

    /** Returns the number at a place. */
    long at(long place) {
        long number = place;
        do {
            number = shuffled(number);
        } while (number >= size);
        return number;
    }

    private long shuffled(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 1; round <= ROUNDS; round++) {
            long mixed = left ^ (mix(right + key + round * GOLDEN) & mask);
            left = right;
            right = mixed;
        }
        return (left << half) | right;
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
