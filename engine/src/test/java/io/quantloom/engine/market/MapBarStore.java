package io.quantloom.engine.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The least store that the tests of this package need. */
final class MapBarStore implements BarStore {

    private final Map<SeriesKey, BarSeries> series = new TreeMap<>();
    private final Map<Symbol, Instrument> instruments = new TreeMap<>();
    private final Map<Symbol, FundingRates> fundings = new TreeMap<>();
    private int writes;

    /** {@return how often bars or funding were written} */
    int writes() {
        return writes;
    }

    @Override
    public List<CatalogEntry> catalog() {
        return series.values().stream()
                .map(bars -> new CatalogEntry(
                        bars.key(),
                        Objects.requireNonNull(instruments.get(bars.key().symbol())),
                        bars.size(),
                        Instant.ofEpochMilli(bars.openTime(0)),
                        Instant.ofEpochMilli(bars.openTime(bars.size() - 1)),
                        bars.contentHash()))
                .toList();
    }

    @Override
    public Optional<BarSeries> load(SeriesKey key) {
        return Optional.ofNullable(series.get(key));
    }

    @Override
    public void save(Instrument instrument, BarSeries bars) {
        writes++;
        save(instrument);
        series.put(bars.key(), bars);
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    @Override
    public void save(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
    }

    @Override
    public boolean delete(SeriesKey key) {
        boolean deleted = series.remove(key) != null;
        if (series.keySet().stream().noneMatch(other -> other.symbol().equals(key.symbol()))) {
            instruments.remove(key.symbol());
        }
        return deleted;
    }

    @Override
    public FundingRates funding(Symbol symbol) {
        return fundings.getOrDefault(symbol, FundingRates.none(symbol));
    }

    @Override
    public void save(FundingRates funding) {
        writes++;
        fundings.put(funding.symbol(), funding);
    }
}
