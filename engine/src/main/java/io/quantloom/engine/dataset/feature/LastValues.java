package io.quantloom.engine.dataset.feature;

/** The last values of a column that grows. Has state; used by one thread. */
final class LastValues {

    private final double[] ring;
    private int taken;

    LastValues(int size) {
        ring = new double[size];
    }

    void add(double value) {
        ring[taken % ring.length] = value;
        taken++;
    }

    /** {@return how many values there have been} */
    int taken() {
        return taken;
    }

    /** {@return the value so many values ago, 0 for the last one; less than the size and than {@link #taken}} */
    double ago(int back) {
        return ring[(taken - 1 - back) % ring.length];
    }
}
