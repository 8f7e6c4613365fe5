package io.quantloom.engine.training;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.performance.overfitting.FalseDiscoveries;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrects the winners of one factory run for being many: among forty symbols without a signal two would look significant
 * at 5 %. The p-value of each is adjusted over all that have one (Benjamini-Hochberg) and written beside it.
 */
final class AdjustPool {

    /** Key of the metric. */
    static final String METRIC = "adjusted_p_value";

    private final RunStore runs;
    private final InstantSource clock;

    AdjustPool(RunStore runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Adjusts what the runs of a pool's symbols hold; the same again gives the same. */
    void run(Collection<Run> symbols) {
        Map<RunId, OverfittingReport> reports = new LinkedHashMap<>();
        for (Run symbol : symbols) {
            if (runs.loadArtifact(symbol.id(), OverfittingReport.ARTIFACT)
                    instanceof Outcome.Success<byte[]>(var bytes)) {
                reports.put(symbol.id(), OverfittingJson.read(bytes));
            }
        }
        if (reports.size() < 2) {
            return;
        }
        double[] adjusted = FalseDiscoveries.adjusted(reports.values().stream()
                .mapToDouble(report -> report.sharpe().pValue())
                .toArray());
        int place = 0;
        for (Map.Entry<RunId, OverfittingReport> entry : reports.entrySet()) {
            double value = adjusted[place++];
            OverfittingReport report = entry.getValue().withAdjustedPValue(value);
            runs.saveArtifact(entry.getKey(), OverfittingReport.ARTIFACT, OverfittingJson.write(report));
            runs.logMetrics(entry.getKey(), List.of(new Metric(METRIC, value, clock.instant(), 0)));
        }
    }
}
