package io.quantloom.engine.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryBarStore implements BarStore {

    private final TreeMap<SeriesKey, BarSeries> series = new TreeMap<>();
    private final TreeMap<Symbol, Instrument> instruments = new TreeMap<>();
    private final TreeMap<Symbol, FundingRates> funding = new TreeMap<>();

    @Override
    public synchronized List<CatalogEntry> catalog() {
        List<CatalogEntry> entries = new ArrayList<>();
        for (BarSeries bars : series.values()) {
            SeriesKey key = bars.key();
            entries.add(new CatalogEntry(
                    key,
                    instrument(key.symbol()).orElseThrow(),
                    bars.size(),
                    Instant.ofEpochMilli(bars.openTime(0)),
                    Instant.ofEpochMilli(bars.openTime(bars.size() - 1)),
                    bars.contentHash()));
        }
        return entries;
    }

    @Override
    public synchronized Optional<BarSeries> load(SeriesKey key) {
        return Optional.ofNullable(series.get(key));
    }

    @Override
    public synchronized void save(Instrument instrument, BarSeries bars) {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("a stored series has bars; " + bars.key() + " has none");
        }
        if (!instrument.symbol().equals(bars.key().symbol())) {
            throw new IllegalArgumentException(
                    "the bars of " + bars.key() + " are not those of " + instrument.symbol());
        }
        instruments.put(instrument.symbol(), instrument);
        series.put(bars.key(), bars);
    }

    @Override
    public synchronized Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    @Override
    public synchronized void save(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
    }

    @Override
    public synchronized boolean delete(SeriesKey key) {
        if (series.remove(key) == null) {
            return false;
        }
        if (series.keySet().stream().noneMatch(other -> other.symbol().equals(key.symbol()))) {
            instruments.remove(key.symbol());
        }
        return true;
    }

    @Override
    public synchronized FundingRates funding(Symbol symbol) {
        return funding.getOrDefault(symbol, FundingRates.none(symbol));
    }

    @Override
    public synchronized void save(FundingRates rates) {
        funding.put(rates.symbol(), rates);
    }
}
