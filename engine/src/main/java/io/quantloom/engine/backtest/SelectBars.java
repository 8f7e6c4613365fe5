package io.quantloom.engine.backtest;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** Finds the stored bars that a range names, and the instrument they belong to. */
public final class SelectBars {

    private final BarStore store;

    /** Takes where to look. */
    public SelectBars(BarStore store) {
        this.store = store;
    }

    /**
     * The bars of a range with what went before. Immutable.
     *
     * @param series from the beginning of the stored series to the last bar of the range
     * @param from index of the first bar of the range
     * @param instrument what is traded
     */
    public record Selection(BarSeries series, int from, Instrument instrument) {

        /** {@return the bars of the range} */
        public BarSeries range() {
            return from == 0 ? series : series.slice(from, series.size());
        }

        /**
         * {@return how many bars from {@code first} on are of each regime, by the classifier for tags over all that went
         * before}
         *
         * @param first index in {@link #series}
         */
        public Map<MarketRegime, Integer> regimes(int first) {
            return RegimeClassifier.standard().classify(series).counts(first, series.size());
        }
    }

    /**
     * Returns the bars of the range. MISSING_DATA when there is no such series or it has no bar in the range, INVALID when
     * several series fit.
     */
    public Outcome<Selection> run(DataRange range) {
        return new FindSeries(store)
                .run(range.symbol(), range.timeframe(), range.source())
                .then(key -> select(key, range));
    }

    /**
     * Returns the bars of the shortest timeframe below the series' own, of the same symbol and source: they tell what came
     * first inside a bar. MISSING_DATA when there are none.
     */
    public Outcome<BarSeries> finer(SeriesKey key) {
        return store.catalog().stream()
                .map(CatalogEntry::key)
                .filter(other -> other.symbol().equals(key.symbol())
                        && other.source().equals(key.source())
                        && other.timeframe().compareTo(key.timeframe()) < 0)
                .min(Comparator.comparing(SeriesKey::timeframe))
                .flatMap(store::load)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "bars of " + key.symbol() + " from " + key.source() + " shorter than " + key.timeframe(),
                        "none",
                        "exits.intrabar: finer",
                        "import them or say pessimistic")));
    }

    private Outcome<Selection> select(SeriesKey key, DataRange range) {
        BarSeries all = store.load(key)
                .orElseThrow(() -> new IllegalStateException("the catalog names " + key + ", which has no bars"));
        Instrument instrument = store.instrument(key.symbol())
                .orElseThrow(() -> new IllegalStateException("series " + key + " has no instrument"));
        int from = range.from()
                .map(time -> all.firstAtOrAfter(time.toEpochMilli()))
                .orElse(0);
        int end = range.to()
                .map(time -> all.firstAtOrAfter(time.toEpochMilli() + 1))
                .orElse(all.size());
        if (from >= end) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "at least one bar of " + key + " from "
                            + range.from().map(Instant::toString).orElse("its beginning") + " to "
                            + range.to().map(Instant::toString).orElse("its end"),
                    "none; the series goes from " + Instant.ofEpochMilli(all.openTime(0)) + " to "
                            + Instant.ofEpochMilli(all.openTime(all.size() - 1)),
                    "data.from, data.to",
                    "correct the range or import more data"));
        }
        return Outcome.success(new Selection(end == all.size() ? all : all.slice(0, end), from, instrument));
    }
}
