package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;

/** Opens the grid that a run recorded, as it was. */
public final class LoadGrid {

    private final RunStore runs;

    /** Takes where runs live. */
    public LoadGrid(RunStore runs) {
        this.runs = runs;
    }

    /** Returns the recorded grid. MISSING_DATA when the run has none, INVALID when its file is damaged. */
    public Outcome<GridResult> run(RunId run) {
        return runs.loadArtifact(run, RunGrid.RESULT).then(bytes -> read(run, bytes));
    }

    private static Outcome<GridResult> read(RunId run, byte[] bytes) {
        try {
            return Outcome.success(GridJson.read(run, bytes));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "the result of a grid",
                            "a file that cannot be read: " + e.getMessage(),
                            "run " + run + ", " + RunGrid.RESULT,
                            "run the grid again")
                    .causedBy(e));
        }
    }
}
