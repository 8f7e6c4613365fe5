package io.quantloom.engine.base;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The only source of randomness: one root seed, from which every component derives its own by name, so that adding a
 * component never changes the numbers of another. Immutable.
 *
 * @param root the seed
 */
public record Seeds(long root) {

    /**
     * Returns the seeds of a component: the first eight bytes of SHA-256 over {@code root|name}, big endian.
     *
     * @param name stable name, for example {@code "factory/BTC-USDT/trial/3"}
     */
    public Seeds child(String name) {
        return new Seeds(Sha256.ofText(root + "|" + name).leadingLong());
    }

    /** {@return a new generator that starts at this seed; the same bits on every platform} */
    public RandomGenerator random() {
        return new SplittableRandom(root);
    }

    /** {@return a non-negative seed for libraries that take an int} */
    public int asInt() {
        return (int) (root & 0x7fffffffL);
    }
}
