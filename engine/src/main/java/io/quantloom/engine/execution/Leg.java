package io.quantloom.engine.execution;

/**
 * A bar, or one of the finer bars that make it up, while orders are matched inside it: its four prices, where the last match
 * has brought the price, and whether what came first had to be assumed. Mutable.
 */
final class Leg {

    private double open;
    private double high;
    private double low;
    private double close;
    private double at;
    private boolean isRising;
    private boolean isAmbiguous;
    private int ambiguousBars;

    void beginBar() {
        isAmbiguous = false;
    }

    void begin(double first, double highest, double lowest, double last) {
        open = first;
        high = highest;
        low = lowest;
        close = last;
        at = first;
    }

    double open() {
        return open;
    }

    double close() {
        return close;
    }

    double extreme(boolean highest) {
        return highest ? high : low;
    }

    /** {@return where the price was at the last match; the open before the first} */
    double at() {
        return at;
    }

    /** {@return whether it rose to there} */
    boolean isRising() {
        return isRising;
    }

    void moveTo(double price, boolean rising) {
        at = price;
        isRising = rising;
    }

    boolean touches(WorkingOrder order) {
        return order.isTouchedAt(extreme(order.waitsForRise()));
    }

    double distance(WorkingOrder order) {
        return Math.abs(order.level - open);
    }

    /** {@return whether the close lies beyond a stop's level, so that it was touched at last} */
    boolean closesBeyond(WorkingOrder stop, double level) {
        return stop.isBuy ? close >= level : close <= level;
    }

    /** Counts the bar as one in which the worst order of events was assumed; once. */
    void noteAmbiguity() {
        if (!isAmbiguous) {
            isAmbiguous = true;
            ambiguousBars++;
        }
    }

    int ambiguousBars() {
        return ambiguousBars;
    }
}
