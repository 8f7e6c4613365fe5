package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;

/** Labels a stored series and says what should be looked at before anybody learns from it. */
public final class DescribeLabels {

    private final BarStore store;

    /**
     * The labels and what they are worth.
     *
     * @param bars the series
     * @param labels for the chart
     * @param sanity figures
     */
    public record Description(BarSeries bars, Labels labels, LabelSanity sanity) {}

    /** Takes where the bars live. */
    public DescribeLabels(BarStore store) {
        this.store = store;
    }

    /**
     * Returns the description; the seed is that of the placebo twins. MISSING_DATA when there is no such series or it has no
     * label at all.
     */
    public Outcome<Description> run(LabelDefinition definition, SeriesKey series, long seed, JobContext context) {
        return ExportLabels.bars(store, series).then(bars -> {
            Labels labels = definition.label(bars);
            if (labels.size() == 0 || bars.size() < 3) {
                return Outcome.failed(Failure.of(
                        Failure.Reason.MISSING_DATA,
                        "bars of which the future is known over " + definition.horizon() + " bars",
                        "no label in " + bars.size() + " bars",
                        series.toString(),
                        "take more bars or a shorter horizon"));
            }
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("Placebo twins " + series, 1, 2));
            return Outcome.success(new Description(bars, labels, LabelSanity.of(definition, bars, new Seeds(seed))));
        });
    }
}
