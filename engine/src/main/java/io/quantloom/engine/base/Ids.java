package io.quantloom.engine.base;

import java.util.random.RandomGenerator;

/** The only source of identifiers. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Ids {

    /** {@return a new identifier: 32 lower-case hexadecimal digits, MLflow's form} */
    String next();

    /** Returns identifiers drawn from the generator; guarded, so one generator may serve several threads. */
    static Ids from(RandomGenerator random) {
        return new Ids() {
            @Override
            public synchronized String next() {
                return String.format("%016x%016x", random.nextLong(), random.nextLong());
            }
        };
    }
}
