package io.quantloom.engine.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import java.util.List;
import java.util.Optional;

/**
 * Where series live. Every write is one transaction: all of it is there afterwards, or nothing. Implementations are safe
 * for use by several threads. Technical faults end as {@link io.quantloom.engine.base.StoreException}.
 */
public interface BarStore {

    /** {@return all series, ascending by key} */
    List<CatalogEntry> catalog();

    /** {@return the series with the key} */
    Optional<BarSeries> load(SeriesKey key);

    /** Writes the instrument and the whole series, in place of what was under its key. */
    void save(Instrument instrument, BarSeries series);

    /** {@return the instrument with the name} */
    Optional<Instrument> instrument(Symbol symbol);

    /** Writes an instrument in place of the one with its name. */
    void save(Instrument instrument);

    /** Removes the series; the instrument goes with its last series. */
    boolean delete(SeriesKey key);

    /** {@return the funding of the instrument; without rates when none is known} */
    FundingRates funding(Symbol symbol);

    /** Writes the funding in place of what was there. */
    void save(FundingRates funding);
}
