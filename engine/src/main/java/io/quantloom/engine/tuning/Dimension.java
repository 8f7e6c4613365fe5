package io.quantloom.engine.tuning;

/** One parameter of a search space. Immutable. */
public sealed interface Dimension {

    /** {@return the parameter's name} */
    String name();

    /** Always the same value: a {@link Long} for a whole number, a {@link Double} otherwise. */
    record Fixed(String name, Object value) implements Dimension {}

    /** A whole number in [low, high], each as likely. */
    record Whole(String name, int low, int high) implements Dimension {
        /** Checks the order. */
        public Whole {
            requireOrder(name, low, high);
        }
    }

    /**
     * A real number in [low, high].
     *
     * @param log whether its logarithm is uniform, rather than the number itself
     */
    record Real(String name, double low, double high, boolean log) implements Dimension {
        /** Checks the order. */
        public Real {
            requireOrder(name, low, high);
            if (log && !(low > 0)) {
                throw new IllegalArgumentException("a logarithmic range of " + name + " begins above 0, was " + low);
            }
        }
    }

    private static void requireOrder(String name, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range of " + name + " is [low, high], was " + low + ", " + high);
        }
    }
}
