package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Splits;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.registry.FrozenFeatures;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stages ingest, label and features of one symbol: from stored bars to folds. */
final class PrepareSymbol {

    private final FactorySpec spec;
    private final Symbol symbol;
    private final FactoryStores stores;
    private final BarStore bars;
    private final SymbolRun run;

    PrepareSymbol(FactorySpec spec, Symbol symbol, FactoryStores stores, SymbolRun run) {
        this.spec = spec;
        this.symbol = symbol;
        this.stores = stores;
        this.bars = stores.bars();
        this.run = run;
    }

    Outcome<Prepared> run() {
        return run.stage(SymbolRun.Step.INGEST, _ -> ingest())
                .then(ingested -> run.stage(SymbolRun.Step.LABEL, _ -> Outcome.success(label(ingested.bars())))
                        .then(labels -> run.stage(SymbolRun.Step.FEATURES, _ -> features(ingested, labels))));
    }

    private Outcome<Ingested> ingest() {
        return new FindSeries(bars)
                .run(symbol, spec.series().timeframe(), spec.series().source())
                .then(key -> load(key).then(series -> Outcome.success(ingested(series))));
    }

    private Outcome<BarSeries> load(SeriesKey key) {
        Optional<BarSeries> series = bars.load(key);
        return series.map(Outcome::success)
                .orElseGet(() -> Outcome.failed(
                        Failure.of(Reason.MISSING_DATA, "bars of " + key, "none", "", "import the data again")));
    }

    private Ingested ingested(BarSeries series) {
        Instrument instrument = bars.instrument(symbol)
                .orElseThrow(() -> new IllegalStateException("a stored series has an instrument: " + symbol));
        var ingested = new Ingested(series, instrument, bars.funding(symbol), series.contentHash());
        var tags = new TreeMap<String, String>();
        tags.put(Tags.DATA_HASH, ingested.hash().hex());
        tags.put(Tags.TIMEFRAME, series.key().timeframe().toString());
        instrument.synthetic().ifPresent(why -> tags.put(Tags.SYNTHETIC, why));
        run.tags(tags);
        run.params(Map.of("series", series.key(), "bars", series.size()));
        return ingested;
    }

    private Labels label(BarSeries series) {
        Labels labels = spec.label().label(series);
        run.params(Map.of("label", labels.definition(), "labels", labels.size()));
        return labels;
    }

    private Outcome<Prepared> features(Ingested ingested, Labels labels) {
        return stores.features()
                .named(spec.features())
                .then(set -> FrozenFeatures.check(stores.registry(), set))
                .then(set -> Dataset.join(ingested.bars(), set, set.compute(ingested.bars()), labels))
                .then(dataset -> spec.validation()
                        .split(dataset, spec.trading().holdout())
                        .then(splits -> prepared(ingested, dataset, splits)));
    }

    private Outcome<Prepared> prepared(Ingested ingested, Dataset dataset, Splits splits) {
        Optional<Fold> holdout = splits.holdout();
        if (holdout.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars in the holdout",
                    "none: the series has a gap there",
                    ingested.bars().key().toString(),
                    "import the missing bars or choose another holdout"));
        }
        run.tags(Map.of(Tags.DATASET, dataset.fingerprint().hex()));
        run.params(Map.of(
                "features", dataset.features().name(),
                "samples", dataset.size(),
                "folds", splits.folds().size()));
        run.artifact(FactoryRuns.FOLDS, FoldWindowsJson.write(FoldWindows.of(dataset, splits)));
        return Outcome.success(Prepared.of(ingested, dataset, splits, holdout.get()));
    }
}
