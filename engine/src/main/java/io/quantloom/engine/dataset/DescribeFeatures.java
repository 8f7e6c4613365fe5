package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import java.util.Optional;

/** Computes a feature set on a stored series and says what its columns look like. */
public final class DescribeFeatures {

    private final BarStore store;
    private final FeatureSets sets;

    /** Takes where the bars live, and the catalog. */
    public DescribeFeatures(BarStore store, FeatureSets sets) {
        this.store = store;
        this.sets = sets;
    }

    /** Returns the description; MISSING_DATA when there is no such set or series. */
    public Outcome<FeatureDescription> run(String name, SeriesKey series, JobContext context) {
        Optional<BarSeries> bars = store.load(series);
        if (bars.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a stored series", "no " + series, "", "import the data first"));
        }
        return sets.named(name).then(set -> {
            context.report(Progress.of("Features " + series, 0, 1));
            return context.isCanceled() ? Outcome.canceled() : Outcome.success(FeatureDescription.of(set, bars.get()));
        });
    }
}
