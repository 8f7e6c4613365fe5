package io.quantloom.engine.strategy;

/**
 * A band of probabilities in which a model decides nothing: what is held is kept, flat stays flat. Immutable.
 *
 * @param from lower end, inclusive, in [0, 1]
 * @param to upper end, inclusive, in [{@code from}, 1], below the entry threshold
 */
public record Abstention(double from, double to) {

    /** Checks the range. */
    public Abstention {
        if (!(from >= 0 && from <= to && to <= 1)) {
            throw new IllegalArgumentException("expected 0 <= from <= to <= 1, was " + from + " and " + to);
        }
    }

    /** {@return whether nothing is decided at the probability} */
    public boolean contains(double probability) {
        return probability >= from && probability <= to;
    }
}
