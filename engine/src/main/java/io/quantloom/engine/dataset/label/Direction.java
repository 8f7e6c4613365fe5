package io.quantloom.engine.dataset.label;

/** Which way prices must go for a label to be positive. */
public enum Direction {
    /** A rise is positive; the label pays a long position. */
    UP(1),
    /** A fall is positive; the label pays a short position. */
    DOWN(-1);

    private final int side;

    Direction(int side) {
        this.side = side;
    }

    /** {@return +1 or −1} */
    public int side() {
        return side;
    }

    /** {@return the word used in files} */
    public String text() {
        return Words.of(this);
    }
}
