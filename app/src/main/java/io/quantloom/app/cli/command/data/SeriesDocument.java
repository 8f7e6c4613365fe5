package io.quantloom.app.cli.command.data;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.SeriesKey;

/** The forms of series and instruments (contracts.md, Commands). */
final class SeriesDocument {

    private SeriesDocument() {}

    /** A series. */
    static JsonObject of(CatalogEntry entry) {
        return key(entry.key())
                .putAll(of(entry.instrument()))
                .put("rows", entry.rows())
                .put("first", entry.first())
                .put("last", entry.last())
                .put("hash", entry.hash().hex());
    }

    /** Which series. */
    static JsonObject key(SeriesKey key) {
        return JsonObject.empty()
                .put("kind", "bars")
                .put("symbol", key.symbol().name())
                .put("timeframe", key.timeframe().toString())
                .put("source", key.source());
    }

    /** An instrument. */
    static JsonObject of(Instrument instrument) {
        return JsonObject.empty()
                .put("symbol", instrument.symbol().name())
                .put("calendar", instrument.calendar().id())
                .put("calendar_note", instrument.calendarNote())
                .put("currency", instrument.currency())
                .put("lot", instrument.lot())
                .put("perpetual", instrument.perpetual())
                .put("synthetic", instrument.synthetic());
    }
}
