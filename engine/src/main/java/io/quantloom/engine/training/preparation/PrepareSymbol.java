package io.quantloom.engine.training.preparation;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.registry.FrozenFeatures;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.training.tracking.FoldWindows;
import io.quantloom.engine.training.tracking.FoldWindowsJson;
import io.quantloom.engine.training.tracking.StageText;
import io.quantloom.engine.training.tracking.SymbolRun;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The stages ingest, label and features of one symbol: from stored bars to folds. */
public final class PrepareSymbol {

    private final FactorySpec spec;
    private final Symbol symbol;
    private final FactoryStores stores;
    private final BarStore bars;
    private final SymbolRun run;

    public PrepareSymbol(FactorySpec spec, Symbol symbol, FactoryStores stores, SymbolRun run) {
        this.spec = spec;
        this.symbol = symbol;
        this.stores = stores;
        this.bars = stores.bars();
        this.run = run;
    }

    public Outcome<LabelVariants> run() {
        return run.stage(SymbolRun.Step.INGEST, _ -> ingest())
                .then(ingested -> run.stage(SymbolRun.Step.LABEL, _ -> Outcome.success(label(ingested.bars())))
                        .then(_ -> run.stage(SymbolRun.Step.FEATURES, _ -> features(ingested))));
    }

    private Outcome<Ingested> ingest() {
        return new FindAsset(bars)
                .run(symbol, spec.series())
                .then(key -> load(key).then(series -> Outcome.success(ingested(series))));
    }

    private Outcome<BarSeries> load(SeriesKey key) {
        Optional<BarSeries> series = bars.load(key);
        return series.map(Outcome::success)
                .orElseGet(() -> Outcome.failed(
                        Failure.of(Reason.MISSING_DATA, "bars of " + key, "none", "", "import the data again")));
    }

    private Ingested ingested(BarSeries series) {
        Symbol traded = series.key().symbol();
        Instrument instrument = bars.instrument(traded)
                .orElseThrow(() -> new IllegalStateException("a stored series has an instrument: " + traded));
        var ingested = new Ingested(series, instrument, bars.funding(traded), series.contentHash());
        var tags = new TreeMap<String, String>();
        tags.put(Tags.DATA_HASH, ingested.hash().hex());
        tags.put(Tags.TIMEFRAME, series.key().timeframe().toString());
        instrument.synthetic().ifPresent(why -> tags.put(Tags.SYNTHETIC, why));
        run.tags(tags);
        run.params(Map.of("series", series.key(), "bars", series.size()));
        run.says(StageText.count(series.size(), "bar") + " of " + series.key()
                + (series.size() == 0
                        ? ""
                        : ", " + StageText.time(series.openTime(0)) + " to "
                                + StageText.time(series.openTime(series.size() - 1)) + " UTC")
                + instrument.synthetic().map(why -> "; not real prices: " + why).orElse(""));
        return ingested;
    }

    private Labels label(BarSeries series) {
        Labels labels = spec.label().label(series);
        run.params(Map.of("label", labels.definition(), "labels", labels.size()));
        long positive = IntStream.range(0, labels.size())
                .filter(i -> labels.label(i) > 0)
                .count();
        run.says(StageText.count(labels.size(), "label") + " by " + labels.definition() + ", "
                + StageText.share(positive, labels.size()) + " of them positive");
        return labels;
    }

    private Outcome<LabelVariants> features(Ingested ingested) {
        return SearchedFeatures.of(
                        spec,
                        stores.features(),
                        ingested.bars(),
                        set -> FrozenFeatures.check(stores.registry(), stores.features(), set))
                .then(features -> {
                    var variants = new LabelVariants(spec, ingested, features);
                    return variants.standard().map(variant -> {
                        record(variant.prepared());
                        return variants;
                    });
                });
    }

    private void record(Prepared prepared) {
        Dataset dataset = prepared.dataset();
        run.tags(Map.of(Tags.DATASET, dataset.fingerprint().hex()));
        run.params(Map.of(
                "features", dataset.features().name(),
                "samples", dataset.size(),
                "folds", prepared.folds().size()));
        run.says(StageText.count(dataset.features().columns().size(), "column") + " of "
                + dataset.features().name() + ", " + StageText.count(dataset.size(), "sample")
                + " with every column and a label");
        run.says(StageText.count(prepared.folds().size(), "fold") + " to search on, "
                + StageText.count(prepared.holdout().to() - prepared.holdout().from(), "bar")
                + " held out behind them");
        spec.validation().embargo(dataset).ifPresent(embargo -> run.params(Map.of("embargo", embargo.text())));
        prepared.splits()
                .holdout()
                .flatMap(judged ->
                        RegimeClassifier.standard().classify(dataset.bars()).dominant(judged.from(), judged.to()))
                .ifPresent(regime -> run.tags(Map.of(Tags.REGIME, regime.text())));
        run.artifact(FactoryRuns.FOLDS, FoldWindowsJson.write(FoldWindows.of(dataset, prepared.splits())));
    }
}
