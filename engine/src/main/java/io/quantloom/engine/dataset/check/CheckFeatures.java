package io.quantloom.engine.dataset.check;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves on a stored series that a feature set reads no future, or names the values that do. */
public final class CheckFeatures {

    /** Bars that are looked at: the last ones of a longer series. */
    public static final int MOST_BARS = 5_000;

    private final BarStore store;
    private final FeatureSets sets;

    /** Takes where the bars live, and the catalog. */
    public CheckFeatures(BarStore store, FeatureSets sets) {
        this.store = store;
        this.sets = sets;
    }

    /**
     * What was found.
     *
     * @param set its name
     * @param series the bars
     * @param columns every column in the set's order
     */
    public record Report(String set, BarSeries series, List<Column> columns) {
        /** Copies the list. */
        public Report {
            columns = List.copyOf(columns);
        }

        /** {@return whether no column reads the future} */
        public boolean isClean() {
            return columns.stream().allMatch(column -> column.leak().isEmpty());
        }
    }

    /**
     * One column.
     *
     * @param name of the feature
     * @param leak the first value that notices the future; empty when none does
     * @param defined whether it has any value on these bars: what is undefined throughout proves nothing
     */
    public record Column(String name, Optional<Leak> leak, boolean defined) {}

    /** Returns the report; MISSING_DATA when there is no such set or series, or it has fewer than two bars. */
    public Outcome<Report> run(String name, SeriesKey key, long seed, JobContext context) {
        Optional<BarSeries> stored = store.load(key);
        if (stored.isEmpty() || stored.get().size() < 2) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "a stored series of at least two bars",
                    stored.isEmpty() ? "no " + key : stored.get().size() + " in " + key,
                    "",
                    "import the data first"));
        }
        int size = stored.get().size();
        BarSeries bars = stored.get().slice(Math.max(0, size - MOST_BARS), size);
        return sets.named(name).then(set -> check(set, bars, seed, context));
    }

    private static Outcome<Report> check(FeatureSet set, BarSeries bars, long seed, JobContext context) {
        MarketView view = set.view(bars);
        var matrix = set.compute(view);
        return FeatureCheck.standard()
                .run(set, view, new Seeds(seed).child("feature-check"), context)
                .map((Map<String, Leak> leaks) -> new Report(
                        set.name(),
                        bars,
                        java.util.stream.IntStream.range(0, set.columns().size())
                                .mapToObj(c -> new Column(
                                        set.columns().get(c),
                                        Optional.ofNullable(
                                                leaks.get(set.columns().get(c))),
                                        !matrix.isUndefinedThroughout(c)))
                                .toList()));
    }
}
