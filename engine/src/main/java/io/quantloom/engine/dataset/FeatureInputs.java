package io.quantloom.engine.dataset;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.Optional;

/** Finds what feature sets need beside the bars. */
@FunctionalInterface
public interface FeatureInputs {

    /** Returns a view of the bars with what is known of the inputs; what is not known is not in it. */
    MarketView view(BarSeries bars, List<FeatureInput> inputs);

    /** {@return nothing but the bars} */
    static FeatureInputs none() {
        return (bars, _) -> MarketView.of(bars);
    }

    /**
     * {@return what the store holds: series of the same timeframe and source, else the only one of that timeframe}
     */
    static FeatureInputs of(BarStore store) {
        return (bars, inputs) -> {
            MarketView view = MarketView.of(bars);
            for (FeatureInput input : inputs) {
                Symbol symbol =
                        input.symbol().equals(FeatureInput.SELF) ? bars.key().symbol() : input.symbol();
                if (input.kind() == FeatureInput.Kind.FUNDING) {
                    view = view.with(store.funding(symbol));
                } else {
                    Optional<BarSeries> other = series(store, symbol, bars.key());
                    view = other.isPresent() ? view.with(other.get()) : view;
                }
            }
            return view;
        };
    }

    private static Optional<BarSeries> series(BarStore store, Symbol symbol, SeriesKey like) {
        Optional<BarSeries> same = store.load(new SeriesKey(symbol, like.timeframe(), like.source()));
        if (same.isPresent()) {
            return same;
        }
        List<SeriesKey> others = store.catalog().stream()
                .map(CatalogEntry::key)
                .filter(key -> key.symbol().equals(symbol) && key.timeframe().equals(like.timeframe()))
                .toList();
        return others.size() == 1 ? store.load(others.getFirst()) : Optional.empty();
    }
}
