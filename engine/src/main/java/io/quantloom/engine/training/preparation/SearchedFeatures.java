package io.quantloom.engine.training.preparation;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.configuration.FeatureSearch;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The feature sets that trials ask for, on the bars of one symbol. Files are read once, so that all trials of a search see
 * the same definitions; the {@value #KEPT} matrices asked for last are kept. Safe for several threads.
 */
public final class SearchedFeatures {

    static final int KEPT = 8;

    private final String standard;
    private final SortedMap<String, FeatureSet> sets;
    private final BarSeries bars;
    private final Recent<FeatureMatrix> matrices = new Recent<>(KEPT);

    private SearchedFeatures(String standard, SortedMap<String, FeatureSet> sets, BarSeries bars) {
        this.standard = standard;
        this.sets = sets;
        this.bars = bars;
    }

    /**
     * Finds the sets of the configuration. Fails as {@link FeatureSets#named} and the check do.
     *
     * @param check whether a set may be trained with
     */
    static Outcome<SearchedFeatures> of(
            FactorySpec spec, FeatureSets catalog, BarSeries bars, Function<FeatureSet, Outcome<FeatureSet>> check) {
        var sets = new TreeMap<String, FeatureSet>();
        Outcome<SearchedFeatures> found = Outcome.success(new SearchedFeatures(spec.features(), sets, bars));
        for (String name : spec.featureSets()) {
            found = found.then(all -> catalog.named(name).then(check).map(set -> {
                sets.put(name, set);
                return all;
            }));
        }
        return found;
    }

    /** Finds the sets of the configuration. Fails as {@link FeatureSets#named} does. */
    public static Outcome<SearchedFeatures> of(FactorySpec spec, FeatureSets catalog, BarSeries bars) {
        return of(spec, catalog, bars, Outcome::success);
    }

    /** Returns the set that a trial asks for. INVALID where it cannot be computed with the trial's parameters. */
    Outcome<FeatureSet> set(Hyperparameters parameters) {
        String name = FeatureSearch.set(standard, parameters);
        return Objects.requireNonNull(sets.get(name), () -> "a set that is not searched: " + name)
                .with(FeatureSearch.values(parameters));
    }

    /** Returns the features of every bar. */
    FeatureMatrix matrix(FeatureSet set) {
        return matrices.of(set.name(), () -> set.compute(bars));
    }
}
