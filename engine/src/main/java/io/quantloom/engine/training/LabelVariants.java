package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.label.TripleBarrier.Width;
import io.quantloom.engine.dataset.split.Splits;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchParameter;
import java.util.Arrays;
import java.util.List;

/**
 * What trials learn from when they search the label: their own labels over the same bars and features, in the same windows.
 * All of them are judged by the same trading, whatever they call a success. Safe for use by several threads.
 */
final class LabelVariants {

    private final FactorySpec spec;
    private final Variant given;

    /** Takes what is learned from with the label of the configuration. */
    LabelVariants(FactorySpec spec, Prepared prepared) {
        this.spec = spec;
        this.given = new Variant(prepared, new CandidateTrading(spec.trading(), spec.label(), prepared.ingested()));
    }

    /**
     * What one label gives.
     *
     * @param prepared folds of its samples
     * @param trading with its barriers, where exits follow them
     */
    record Variant(Prepared prepared, CandidateTrading trading) {}

    /** Returns which settings of the label can be searched: for longs and shorts by one model, barriers stay equal. */
    static List<String> parameters(TripleBarrier label, DecisionRule rule) {
        return Arrays.stream(SearchParameter.values())
                .filter(SearchParameter::isOfLabel)
                .filter(parameter -> label.width() == Width.VOLATILITY || parameter == SearchParameter.HORIZON)
                .filter(parameter -> !rule.longShort()
                        || (parameter != SearchParameter.TAKE_PROFIT && parameter != SearchParameter.STOP_LOSS))
                .map(SearchParameter::key)
                .toList();
    }

    /** Returns what the parameters of a trial give; MISSING_DATA when their labels leave no window. */
    Outcome<Variant> of(Hyperparameters parameters) {
        TripleBarrier label = label(spec.label(), parameters);
        return label.equals(spec.label()) ? Outcome.success(given) : variant(label);
    }

    private static TripleBarrier label(TripleBarrier label, Hyperparameters parameters) {
        double takeProfit = parameters.number(SearchParameter.BARRIERS.key(), label.takeProfit());
        double stopLoss = parameters.number(SearchParameter.BARRIERS.key(), label.stopLoss());
        return new TripleBarrier(
                parameters.number(SearchParameter.TAKE_PROFIT.key(), takeProfit),
                parameters.number(SearchParameter.STOP_LOSS.key(), stopLoss),
                parameters.whole(SearchParameter.HORIZON.key(), label.horizon()),
                parameters.whole(SearchParameter.VOLATILITY_SPAN.key(), label.volatilitySpan()),
                label.cusum(),
                label.entry(),
                label.touch(),
                label.vertical(),
                label.width());
    }

    private Outcome<Variant> variant(TripleBarrier label) {
        Ingested ingested = given.prepared().ingested();
        Dataset known = given.prepared().dataset();
        return Dataset.join(ingested.bars(), known.features(), known.matrix(), label.label(ingested.bars()))
                .then(dataset -> spec.validation()
                        .split(dataset, spec.trading().holdout())
                        .then(splits -> prepared(ingested, dataset, splits)))
                .map(prepared ->
                        new Variant(prepared, new CandidateTrading(spec.trading(), label, prepared.ingested())));
    }

    private static Outcome<Prepared> prepared(Ingested ingested, Dataset dataset, Splits splits) {
        return splits.holdout()
                .map(holdout -> Outcome.success(Prepared.of(ingested, dataset, splits, holdout)))
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "labels in the holdout",
                        "none with " + dataset.label(),
                        ingested.bars().key().toString(),
                        "search shorter horizons or choose a longer holdout")));
    }
}
