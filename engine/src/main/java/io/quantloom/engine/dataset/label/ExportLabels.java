package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import java.io.IOException;
import java.time.Instant;

/**
 * Writes labels as CSV (contracts.md, {@code labels export}): one row for each label, oldest first, times of bars as
 * ISO-8601 UTC, numbers as the shortest text that reads back, undefined ones empty; lines end in a line feed.
 */
public final class ExportLabels {

    private static final int ROWS_BETWEEN_LOOKS = 4096;

    private final BarStore store;

    /** Takes where the bars live. */
    public ExportLabels(BarStore store) {
        this.store = store;
    }

    /**
     * Writes the labels and returns their number. MISSING_DATA when there is no such series, UNAVAILABLE when the
     * destination refuses; what was written until then, or until a cancellation, stays there.
     */
    public Outcome<Integer> run(LabelDefinition definition, SeriesKey series, Appendable out, JobContext context) {
        return bars(store, series).then(bars -> write(definition.label(bars), bars, out, context));
    }

    static Outcome<BarSeries> bars(BarStore store, SeriesKey series) {
        return store.load(series)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.MISSING_DATA, "a stored series", "no " + series, "", "import the data first")));
    }

    private static Outcome<Integer> write(Labels labels, BarSeries bars, Appendable out, JobContext context) {
        try {
            out.append("start,end,label,return,side,decided_by,volatility,ambiguous\n");
            for (int i = 0; i < labels.size(); i++) {
                if (i % ROWS_BETWEEN_LOOKS == 0) {
                    if (context.isCanceled()) {
                        return Outcome.canceled();
                    }
                    context.report(Progress.of("Labels " + bars.key(), i, labels.size()));
                }
                out.append(row(labels.at(i), bars));
            }
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "to write " + labels.size() + " rows",
                            String.valueOf(e.getMessage()),
                            "",
                            "check the disk and the destination")
                    .causedBy(e));
        }
        return Outcome.success(labels.size());
    }

    private static StringBuilder row(Labels.Label label, BarSeries bars) {
        return new StringBuilder(120)
                .append(Instant.ofEpochMilli(bars.openTime(label.bar())))
                .append(',')
                .append(Instant.ofEpochMilli(bars.openTime(label.end())))
                .append(',')
                .append(label.label())
                .append(',')
                .append(label.realizedReturn())
                .append(',')
                .append(label.side())
                .append(',')
                .append(Words.of(label.barrier()))
                .append(',')
                .append(Double.isNaN(label.volatility()) ? "" : String.valueOf(label.volatility()))
                .append(',')
                .append(label.ambiguous())
                .append('\n');
    }
}
