package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes features as CSV (contracts.md, {@code features export}): a header of {@code timestamp} and the set's columns, then
 * one row for every bar, times as ISO-8601 UTC, numbers as the shortest text that reads back to the same double, undefined
 * ones empty; lines end in a line feed. Features are computed over the whole series, so a row does not depend on
 * {@code from} or {@code to}.
 */
public final class ExportFeatures {

    private static final int ROWS_BETWEEN_LOOKS = 4096;

    private final BarStore store;
    private final FeatureSets sets;

    /** Takes where the bars live, and the catalog. */
    public ExportFeatures(BarStore store, FeatureSets sets) {
        this.store = store;
        this.sets = sets;
    }

    /**
     * Writes the features and returns the number of rows. MISSING_DATA when there is no such set or series, UNAVAILABLE when
     * the destination refuses; what was written until then, or until a cancellation, stays there.
     */
    public Outcome<Integer> run(FeatureExportSpec spec, Appendable out, JobContext context) {
        Optional<BarSeries> bars = store.load(spec.series());
        if (bars.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA, "a stored series", "no " + spec.series(), "", "import the data first"));
        }
        return sets.named(spec.features()).then(features -> write(features, bars.get(), spec, out, context));
    }

    private static Outcome<Integer> write(
            FeatureSet features, BarSeries bars, FeatureExportSpec spec, Appendable out, JobContext context) {
        FeatureMatrix matrix = features.compute(bars);
        int first = spec.from()
                .map(time -> bars.firstAtOrAfter(time.toEpochMilli()))
                .orElse(0);
        int end = spec.to()
                .map(time -> bars.firstAtOrAfter(time.toEpochMilli() + 1))
                .orElse(bars.size());
        try {
            out.append("timestamp,")
                    .append(String.join(",", features.columns()))
                    .append('\n');
            for (int t = first; t < end; t++) {
                if ((t - first) % ROWS_BETWEEN_LOOKS == 0) {
                    if (context.isCanceled()) {
                        return Outcome.canceled();
                    }
                    context.report(Progress.of("Features " + bars.key(), t - first, end - first));
                }
                out.append(row(bars.openTime(t), matrix, t));
            }
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "to write " + (end - first) + " rows",
                            String.valueOf(e.getMessage()),
                            "",
                            "check the disk and the destination")
                    .causedBy(e));
        }
        return Outcome.success(Math.max(0, end - first));
    }

    private static StringBuilder row(long openTime, FeatureMatrix matrix, int t) {
        var line = new StringBuilder(400).append(Instant.ofEpochMilli(openTime));
        for (int c = 0; c < matrix.names().size(); c++) {
            line.append(',');
            double value = matrix.value(t, c);
            if (!Double.isNaN(value)) {
                line.append(shortest(value));
            }
        }
        return line.append('\n');
    }

    /** {@code Double.toString} is the shortest text but for the {@code .0} of whole numbers. */
    private static String shortest(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0E", "E");
    }
}
