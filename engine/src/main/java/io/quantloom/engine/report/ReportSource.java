package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.experiment.Run;
import java.util.Optional;

/**
 * Everything that a report is written from. Immutable.
 *
 * @param run how it was run
 * @param result what came out
 * @param analysis what it is worth; empty when nobody asked
 * @param held closes of the bars traded, one for each bar of the account; without values when they are not in the store
 *     any more or were revised since
 */
record ReportSource(Run run, BacktestResult result, Optional<BacktestAnalysis> analysis, Closes held) {

    /** Closes, one for each bar. */
    static final class Closes {
        private final double[] values;

        Closes(double[] values) {
            this.values = values;
        }

        int size() {
            return values.length;
        }

        double value(int i) {
            return values[i];
        }
    }
}
