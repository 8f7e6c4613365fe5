package io.quantloom.engine.backtest.fast;

/**
 * The memory of fast backtests, reused from run to run, so that a run allocates nothing that grows with the bars. One
 * thread uses one scratch; the {@link FastRun} that a run returned ends with the next run in the same scratch.
 */
public final class Scratch {

    private final FillColumns fills = new FillColumns();
    private double[] equity = new double[0];
    private double[] returns = new double[0];
    private byte[] codes = new byte[0];
    private long generation;

    /** Makes an empty scratch; it grows with the longest series it is used for. */
    public Scratch() {
        // nothing is known of the series yet
    }

    /** Makes room for the bars and ends the run before; returns the number of the new one. */
    long begin(int bars) {
        if (equity.length < bars) {
            equity = new double[bars];
            returns = new double[bars];
            codes = new byte[bars];
        }
        fills.clear();
        return ++generation;
    }

    /** The number of the run it holds. */
    long generation() {
        return generation;
    }

    FillColumns fills() {
        return fills;
    }

    double[] equity() {
        return equity;
    }

    double[] returns() {
        return returns;
    }

    byte[] codes() {
        return codes;
    }
}
