package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.label.TripleBarrier.Width;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.dataset.split.Splits;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchParameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One symbol under the labels that trials ask for: nearly always one, several where barriers are searched. Each is prepared
 * once. Safe for several threads.
 */
final class LabelVariants {

    private final FactorySpec spec;
    private final Ingested ingested;
    private final FeatureSet features;
    private final FeatureMatrix matrix;
    private final TreeMap<String, Outcome<Variant>> made = new TreeMap<>();

    LabelVariants(FactorySpec spec, Ingested ingested, FeatureSet features, FeatureMatrix matrix) {
        this.spec = spec;
        this.ingested = ingested;
        this.features = features;
        this.matrix = matrix;
    }

    /**
     * A label's data and how candidates trained on it are traded.
     *
     * @param label the definition
     * @param prepared folds and holdout
     * @param trading the yardstick
     */
    record Variant(LabelDefinition label, Prepared prepared, CandidateTrading trading) {}

    /** Returns which settings of the label can be searched: for longs and shorts by one model, barriers stay equal. */
    static List<String> parameters(LabelDefinition label, DecisionRule rule) {
        if (!(label instanceof TripleBarrier barrier)) {
            return List.of();
        }
        return Arrays.stream(SearchParameter.values())
                .filter(SearchParameter::isOfLabel)
                .filter(parameter -> barrier.width() == Width.VOLATILITY || parameter == SearchParameter.HORIZON)
                .filter(parameter -> !rule.longShort()
                        || (parameter != SearchParameter.TAKE_PROFIT && parameter != SearchParameter.STOP_LOSS))
                .map(SearchParameter::key)
                .toList();
    }

    private static LabelDefinition label(LabelDefinition label, Hyperparameters parameters) {
        if (!(label instanceof TripleBarrier barrier)) {
            return label;
        }
        double takeProfit = parameters.number(SearchParameter.BARRIERS.key(), barrier.takeProfit());
        double stopLoss = parameters.number(SearchParameter.BARRIERS.key(), barrier.stopLoss());
        return new TripleBarrier(
                parameters.number(SearchParameter.TAKE_PROFIT.key(), takeProfit),
                parameters.number(SearchParameter.STOP_LOSS.key(), stopLoss),
                parameters.whole(SearchParameter.HORIZON.key(), barrier.horizon()),
                parameters.whole(SearchParameter.VOLATILITY_SPAN.key(), barrier.volatilitySpan()),
                barrier.cusum(),
                barrier.entry(),
                barrier.touch(),
                barrier.vertical(),
                barrier.width());
    }

    /** Returns the market data. */
    Ingested ingested() {
        return ingested;
    }

    /** Returns the variant of the configuration's own label. */
    Outcome<Variant> standard() {
        return of(Hyperparameters.empty());
    }

    /** Returns the variant of a trial. MISSING_DATA where its labels leave too little to train or test on. */
    Outcome<Variant> of(Hyperparameters parameters) {
        LabelDefinition label = label(spec.label(), parameters);
        synchronized (made) {
            Outcome<Variant> known = made.get(label.text());
            if (known == null) {
                known = make(label);
                made.put(label.text(), known);
            }
            return known;
        }
    }

    private Outcome<Variant> make(LabelDefinition label) {
        BarSeries bars = ingested.bars();
        return Dataset.join(bars, features, matrix, label.label(bars))
                .then(dataset ->
                        spec.validation().split(dataset, reserved(bars)).then(splits -> prepared(dataset, splits)))
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

    private Duration reserved(BarSeries bars) {
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
