package io.quantloom.engine.backtest;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;

/** Keeps a result as a file of a run that is more than a backtest, such as one of the training factory. */
public final class SaveBacktest {

    private final RunStore runs;

    /** Takes where runs live. */
    public SaveBacktest(RunStore runs) {
        this.runs = runs;
    }

    /**
     * Writes the result and returns it as the run's.
     *
     * @param path of the artifact; under {@link RunBacktest#RESULT} it is the one that {@link LoadBacktest} opens for the run
     */
    public BacktestResult run(RunId run, String path, BacktestResult result) {
        BacktestResult recorded = result.ofRun(run);
        runs.saveArtifact(run, path, BacktestJson.write(recorded));
        return recorded;
    }
}
