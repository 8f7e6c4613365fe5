package io.quantloom.engine.indicator.stream;

/** What TA-Lib takes for zero. */
final class Zero {

    private static final double NEAR = 0.00000001;

    private Zero() {}

    static boolean is(double value) {
        return -NEAR < value && value < NEAR;
    }
}
