package io.quantloom.engine.backtest;

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
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE, "this part", "" + "" + runs + run, "", ""));
    }
}
