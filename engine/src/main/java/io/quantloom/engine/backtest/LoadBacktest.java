package io.quantloom.engine.backtest;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;

/** Opens the backtest that a run recorded, as it was. */
public final class LoadBacktest {

    private final RunStore runs;

    /** Takes where runs live. */
    public LoadBacktest(RunStore runs) {
        this.runs = runs;
    }

    /** Returns the recorded backtest. MISSING_DATA when the run has none, INVALID when its file is damaged. */
    public Outcome<BacktestResult> run(RunId run) {
        return run(run, RunBacktest.RESULT);
    }

    /** Returns the backtest that the run keeps under the path, see {@link SaveBacktest}; fails as {@link #run(RunId)}. */
    public Outcome<BacktestResult> run(RunId run, String path) {
        return runs.loadArtifact(run, path).then(bytes -> read(run, path, bytes));
    }

    private static Outcome<BacktestResult> read(RunId run, String path, byte[] bytes) {
        try {
            return Outcome.success(BacktestJson.read(run, bytes));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "a backtest result",
                            "a file that cannot be read: " + e.getMessage(),
                            "run " + run + ", " + path,
                            "run the backtest again")
                    .causedBy(e));
        }
    }
}
