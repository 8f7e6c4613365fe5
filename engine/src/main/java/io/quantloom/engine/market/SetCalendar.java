package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.util.Optional;

/** Sets the calendar of an instrument, from which bars per year follow and by which gaps are judged. */
public final class SetCalendar {

    private final BarStore store;
    private final Events events;

    /** Takes where to write and whom to tell. */
    public SetCalendar(BarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Sets the calendar and returns the instrument; every series of it is told as stored. Fails with
     * {@link Reason#MISSING_DATA} when the instrument is unknown.
     */
    public Outcome<Instrument> run(Symbol symbol, TradingCalendar calendar) {
        try {
            Optional<Instrument> known = store.instrument(symbol);
            if (known.isEmpty()) {
                return Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "a stored instrument " + symbol,
                        "none",
                        "symbol " + symbol,
                        "check the name or import the data first"));
            }
            Instrument changed = known.get().withCalendar(calendar, "set by hand");
            store.save(changed);
            store.catalog().stream()
                    .map(CatalogEntry::key)
                    .filter(key -> key.symbol().equals(symbol))
                    .forEach(key -> events.publish(new MarketEvent.Stored(key)));
            return Outcome.success(changed);
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        }
    }
}
