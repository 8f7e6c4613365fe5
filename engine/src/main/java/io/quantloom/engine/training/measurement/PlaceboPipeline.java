package io.quantloom.engine.training.measurement;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.placebo.Pipeline;
import io.quantloom.engine.training.preparation.Ingested;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.preparation.SearchedFeatures;
import io.quantloom.engine.training.search.TuneSymbol;
import java.util.function.Function;

/** The stages label to tune over a twin: everything that was chosen on the real series is chosen again. */
public final class PlaceboPipeline implements Pipeline {

    private final FactorySpec spec;
    private final FeatureSets sets;
    private final Ingested real;
    private final Function<Seeds, TuneSymbol> tune;

    /**
     * Takes how a symbol is tuned.
     *
     * @param tune with seeds of its own, on the calling thread, without a record
     */
    public PlaceboPipeline(FactorySpec spec, FeatureSets sets, Ingested real, Function<Seeds, TuneSymbol> tune) {
        this.spec = spec;
        this.sets = sets;
        this.real = real;
        this.tune = tune;
    }

    @Override
    public Outcome<Double> score(BarSeries bars, Seeds seeds, JobContext context) {
        var twin = new Ingested(bars, real.instrument(), real.funding(), bars.contentHash());
        return SearchedFeatures.of(spec, sets, bars)
                .then(features -> tune.apply(seeds).search(new LabelVariants(spec, twin, features), context))
                .map(tuned -> tuned.chosen().value().orElseThrow());
    }
}
