package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;

/** Deletes one stored series; its instrument goes with its last series. */
public final class DeleteSeries {

    private final BarStore store;
    private final Events events;

    /** Takes where to delete and whom to tell. */
    public DeleteSeries(BarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Deletes the series and returns its key; fails with {@link Reason#MISSING_DATA} when there is none. */
    public Outcome<SeriesKey> run(SeriesKey key) {
        try {
            if (!store.delete(key)) {
                return Outcome.failed(Failure.of(
                        Reason.MISSING_DATA, "a stored series " + key, "none", "series " + key, "check the name"));
            }
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        }
        events.publish(new MarketEvent.Deleted(key));
        return Outcome.success(key);
    }
}
