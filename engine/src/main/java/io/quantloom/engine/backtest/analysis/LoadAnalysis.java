package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;

/** Opens the analysis that was saved with a backtest, as it was. */
public final class LoadAnalysis {

    private final RunStore runs;

    /** Takes where runs live. */
    public LoadAnalysis(RunStore runs) {
        this.runs = runs;
    }

    /** Returns the saved analysis. MISSING_DATA when the run has none, INVALID when its file is damaged. */
    public Outcome<BacktestAnalysis> run(RunId run) {
        return runs.loadArtifact(run, AnalyzeBacktest.ANALYSIS).then(bytes -> read(run, bytes));
    }

    private static Outcome<BacktestAnalysis> read(RunId run, byte[] bytes) {
        try {
            return Outcome.success(AnalysisJson.read(run, bytes));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "an analysis of a backtest",
                            "a file that cannot be read: " + e.getMessage(),
                            "run " + run + ", " + AnalyzeBacktest.ANALYSIS,
                            "analyze the backtest again")
                    .causedBy(e));
        }
    }
}
