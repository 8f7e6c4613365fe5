package io.quantloom.app.cli.command.data;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.Resampling;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.FindSeriesUses.Uses;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code data set}, {@code data delete}, {@code data resample}: what changes the catalog. */
final class DataChanges {

    private DataChanges() {}

    static Outcome<Reply> set(Application application, Symbol symbol, String calendar) {
        return TradingCalendar.parse(calendar)
                .map(known ->
                        application.market().setCalendar().run(symbol, known).map(DataChanges::changed))
                .orElseGet(() -> Outcome.success(unknownCalendar(calendar)));
    }

    private static Reply changed(Instrument instrument) {
        return Reply.done(
                SeriesDocument.of(instrument),
                out -> out.println(instrument.symbol() + " now follows "
                        + instrument.calendar().id() + "."));
    }

    private static Reply unknownCalendar(String calendar) {
        String all =
                Arrays.stream(TradingCalendar.values()).map(TradingCalendar::id).collect(Collectors.joining(", "));
        return Reply.wrongUsage(Failure.of(
                Failure.Reason.INVALID, "one of the calendars " + all, "\"" + calendar + "\"", "--calendar", ""));
    }

    static Outcome<Reply> delete(Application application, SeriesKey key, boolean keepSnapshots) {
        Optional<CatalogEntry> entry = application.stores().bars().catalog().stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
        Optional<Uses> uses = entry.map(
                        each -> application.market().findSeriesUses().run(each.hash()))
                .filter(found -> !found.isEmpty() && !keepSnapshots);
        return uses.map(found -> Outcome.<Reply>failed(inUse(key, found)))
                .orElseGet(() -> application
                        .market()
                        .deleteSeries()
                        .run(key)
                        .map(deleted -> Reply.done(
                                JsonObject.empty().put("deleted", SeriesDocument.key(deleted)),
                                out -> out.println("Deleted " + deleted + "."))));
    }

    private static Failure inUse(SeriesKey key, Uses uses) {
        String versions = uses.versions().stream()
                .map(version -> version.model() + "/" + version.version())
                .collect(Collectors.joining(", "));
        return Failure.of(
                Failure.Reason.CONFLICT,
                "a series that nothing was made from",
                uses.runs().size() + " runs and " + uses.versions().size() + " model versions that name its bars"
                        + (versions.isEmpty() ? "" : ": " + versions),
                key.toString(),
                "keep it, or delete it all the same with --keep-snapshots");
    }

    static Outcome<Reply> resample(Application application, SeriesKey key, Timeframe to) {
        Optional<BarSeries> series = application.stores().bars().load(key);
        Optional<Instrument> instrument = application.stores().bars().instrument(key.symbol());
        if (series.isEmpty() || instrument.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT, "the series " + key, "it was deleted meanwhile", "", "try again"));
        }
        if (to.compareTo(key.timeframe()) <= 0 || to.millis() % key.timeframe().millis() != 0) {
            return Outcome.success(Reply.wrongUsage(
                    Failure.of(Failure.Reason.INVALID, "a multiple of " + key.timeframe(), to.toString(), "--to", "")));
        }
        BarSeries longer = Resampling.of(series.get(), to, Resampling.LastBar.COMPLETE_ONLY);
        application.stores().bars().save(instrument.get(), longer);
        application.events().publish(new MarketEvent.Stored(longer.key()));
        return Outcome.success(Reply.done(
                SeriesDocument.key(longer.key()).put("rows", longer.size()),
                out -> out.println(longer.key() + ": " + longer.size() + " bars")));
    }
}
