package io.quantloom.engine.training.preparation;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.dataset.split.NestedSplits;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.dataset.split.Splits;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.configuration.LabelSearch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * One symbol under the labels and the features that trials ask for: nearly always one of each, several where they are
 * searched. Each pair is prepared once and shared by all trials that want it; the {@value #KEPT} asked for last are kept, so
 * memory does not grow with the trials. One that was dropped is prepared again, with the same bits. Safe for several threads.
 */
public final class LabelVariants {

    static final int KEPT = 8;

    private final FactorySpec spec;
    private final Ingested ingested;
    private final SearchedFeatures features;
    private final Function<Dataset, Outcome<Splits>> splitting;
    private final Recent<Outcome<Variant>> made = new Recent<>(KEPT);

    /** Takes a symbol's data; folds are the configuration's. */
    public LabelVariants(FactorySpec spec, Ingested ingested, SearchedFeatures features) {
        this(spec, ingested, features, dataset -> spec.validation().split(dataset, reserved(spec, ingested.bars())));
    }

    private LabelVariants(
            FactorySpec spec,
            Ingested ingested,
            SearchedFeatures features,
            Function<Dataset, Outcome<Splits>> splitting) {
        this.spec = spec;
        this.ingested = ingested;
        this.features = features;
        this.splitting = splitting;
    }

    /**
     * Returns the same under the folds inside one fold's training window: the fold itself takes the place of the holdout.
     *
     * @param fold number of a fold, which exists under every label and every feature set
     */
    public LabelVariants within(int fold, PurgedKFold inner) {
        return new LabelVariants(
                spec,
                ingested,
                features,
                dataset -> splitting
                        .apply(dataset)
                        .then(splits -> NestedSplits.of(dataset, splits.folds().get(fold), inner))
                        .map(NestedSplits.Nested::splits));
    }

    /**
     * The data of a label and a feature set, and how candidates trained on it are traded.
     *
     * @param label the definition
     * @param prepared folds and holdout
     * @param trading the yardstick
     */
    public record Variant(LabelDefinition label, Prepared prepared, CandidateTrading trading) {}

    /** Returns the market data. */
    public Ingested ingested() {
        return ingested;
    }

    /** Returns the variant of the configuration's own label and features. */
    Outcome<Variant> standard() {
        return of(Hyperparameters.empty());
    }

    /**
     * Returns the variant of a trial. MISSING_DATA where its labels and features leave too little to train or test on,
     * INVALID where its features cannot be computed with its parameters.
     */
    public Outcome<Variant> of(Hyperparameters parameters) {
        LabelDefinition label = LabelSearch.of(spec.label(), parameters);
        return features.set(parameters).then(set -> made.of(label.text() + "|" + set.name(), () -> make(label, set)));
    }

    private Outcome<Variant> make(LabelDefinition label, FeatureSet set) {
        BarSeries bars = ingested.bars();
        return Dataset.join(bars, set, features.matrix(set), label.label(bars))
                .then(dataset -> splitting.apply(dataset).then(splits -> prepared(dataset, splits)))
                .map(prepared -> new Variant(label, prepared, new CandidateTrading(spec.trading(), label, ingested)));
    }

    private Outcome<Prepared> prepared(Dataset dataset, Splits splits) {
        Optional<Fold> holdout = splits.holdout();
        if (holdout.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars in the holdout",
                    "none: the series has a gap there",
                    ingested.bars().key().toString(),
                    "import the missing bars or choose another holdout"));
        }
        return Outcome.success(Prepared.of(
                ingested, dataset, splits, holdout.get(), spec.research().weighting()));
    }

    private static Duration reserved(FactorySpec spec, BarSeries bars) {
        return switch (spec.trading().holdout()) {
            case Holdout.Length(Duration length) -> length;
            case Holdout.Share(double share) -> {
                int count = (int) Math.max(1, Math.round(bars.size() * share));
                long end =
                        bars.openTime(bars.size() - 1) + bars.key().timeframe().millis();
                yield Duration.ofMillis(end - bars.openTime(bars.size() - count));
            }
        };
    }
}
