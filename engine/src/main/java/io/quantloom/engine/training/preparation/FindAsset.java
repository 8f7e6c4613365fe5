package io.quantloom.engine.training.preparation;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.training.configuration.FactorySpec;
import java.util.List;
import java.util.Optional;

/**
 * Finds the series of an asset: that of its own name, else that of its name in one of the quote currencies, in their order
 * of preference; of several sources the one preferred.
 */
final class FindAsset {

    private final BarStore bars;

    FindAsset(BarStore bars) {
        this.bars = bars;
    }

    /** Returns the key; fails as {@link FindSeries} does for the asset's own name, saying what else was looked for. */
    Outcome<SeriesKey> run(Symbol asset, FactorySpec.Series wanted) {
        List<CatalogEntry> catalog = bars.catalog();
        Symbol symbol = names(asset, wanted.quotes()).stream()
                .filter(name -> catalog.stream()
                        .anyMatch(entry -> entry.key().symbol().equals(name) && fits(entry.key(), wanted)))
                .findFirst()
                .orElse(asset);
        Optional<String> source = wanted.sources().stream()
                .filter(name -> catalog.stream()
                        .map(CatalogEntry::key)
                        .anyMatch(key -> key.symbol().equals(symbol)
                                && key.source().equals(name)
                                && wanted.timeframe()
                                        .map(key.timeframe()::equals)
                                        .orElse(true)))
                .findFirst()
                .or(() -> wanted.sources().stream().findFirst());
        Outcome<SeriesKey> found = new FindSeries(bars).run(symbol, wanted.timeframe(), source);
        return found instanceof Outcome.Failed<SeriesKey>(var failure)
                        && !wanted.quotes().isEmpty()
                ? Outcome.failed(Failure.of(
                        failure.reason(),
                        failure.expected() + ", also in " + String.join(", ", wanted.quotes()),
                        failure.found(),
                        failure.where(),
                        failure.action()))
                : found;
    }

    private static boolean fits(SeriesKey key, FactorySpec.Series wanted) {
        return wanted.timeframe().map(key.timeframe()::equals).orElse(true)
                && (wanted.sources().isEmpty() || wanted.sources().contains(key.source()));
    }

    private static List<Symbol> names(Symbol asset, List<String> quotes) {
        var names = new java.util.ArrayList<Symbol>();
        names.add(asset);
        quotes.stream()
                .map(quote -> asset.name() + "-" + quote)
                .filter(Symbol::isValid)
                .map(Symbol::new)
                .forEach(names::add);
        return names;
    }
}
