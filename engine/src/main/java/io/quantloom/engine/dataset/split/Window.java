package io.quantloom.engine.dataset.split;

/**
 * A stretch of bars [from, to). Immutable.
 *
 * @param from index of the first bar, zero or more
 * @param to index of the bar after the last, above {@code from}
 */
public record Window(int from, int to) {

    /** Checks the order. */
    public Window {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a window has at least one bar, was [" + from + ", " + to + ")");
        }
    }

    /** {@return whether the bar lies in it} */
    public boolean contains(int bar) {
        return bar >= from && bar < to;
    }
}
