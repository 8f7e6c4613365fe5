package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.CsvText;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.SeriesKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data}: the catalog of series. */
@Command(name = "data", description = "Series of bars: import, list, show, export, set, delete.")
public final class DataCommands {

    private final CommandSession session;

    /** Takes the session. */
    public DataCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists every series.")
    int list() {
        return session.onWorkspace((application, _) -> {
            List<CatalogEntry> catalog = application.stores().bars().catalog();
            var table = TextTable.of("symbol", "timeframe", "source", "calendar", "rows", "first", "last", "note");
            for (CatalogEntry entry : catalog) {
                table.row(
                        entry.key().symbol(),
                        entry.key().timeframe(),
                        entry.key().source(),
                        entry.instrument().calendar().id(),
                        entry.rows(),
                        JsonWriter.time(entry.first()),
                        JsonWriter.time(entry.last()),
                        entry.instrument().synthetic().map(_ -> "synthetic").orElse(""));
            }
            var document = JsonObject.empty()
                    .put("series", catalog.stream().map(DataCommands::entry).toList());
            return Outcome.success(
                    Reply.done(document, out -> table.print(out, "No series yet: quantloom data import FILE")));
        });
    }

    @Command(name = "show", description = "Shows one series.")
    int show(
            @Parameters(paramLabel = "SYMBOL") Symbol symbol,
            @Mixin SeriesOptions options,
            @Option(
                            names = "--bars",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "show the last N bars; ${DEFAULT-VALUE}")
                    int bars) {
        return session.onWorkspace((application, _) ->
                options.find(application, symbol, key -> show(application, key, Math.max(0, bars))));
    }

    @Command(name = "set", description = "Sets what is known of an instrument.")
    int set(
            @Parameters(paramLabel = "SYMBOL") Symbol symbol,
            @Option(
                            names = "--calendar",
                            required = true,
                            paramLabel = "C",
                            description = "crypto-24x7, fx-24x5 or us-equity")
                    String calendar) {
        return session.onWorkspace((application, _) -> set(application, symbol, calendar));
    }

    @Command(name = "export", description = "Writes the bars of a series as CSV.")
    int export(
            @Parameters(paramLabel = "SYMBOL") Symbol symbol,
            @Mixin SeriesOptions series,
            @Mixin TimeRange range,
            @Option(names = "--out", paramLabel = "FILE", description = "else standard output") @Nullable Path file) {
        return session.onWorkspace((application, _) ->
                series.find(application, symbol, key -> range.rows(application, key, rows -> export(rows, file))));
    }

    private Outcome<Reply> export(TimeRange.Rows rows, @Nullable Path file) {
        BarSeries bars = rows.series();
        List<String> columns = List.of("open", "high", "low", "close", "volume");
        var head = JsonObject.empty().put("series", bars.key().toString()).put("columns", columns);
        return CsvOutput.write(session, file, head, out -> {
            var csv = new CsvText(out);
            csv.header("timestamp", columns);
            for (int i = rows.first(); i < rows.end(); i++) {
                csv.row(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
            return Outcome.success(rows.end() - rows.first());
        });
    }

    private static Outcome<Reply> set(Application application, Symbol symbol, String calendar) {
        Optional<TradingCalendar> known = TradingCalendar.parse(calendar);
        if (known.isEmpty()) {
            String all = Arrays.stream(TradingCalendar.values())
                    .map(TradingCalendar::id)
                    .collect(Collectors.joining(", "));
            return Outcome.success(Reply.wrongUsage(Failure.of(
                    Failure.Reason.INVALID, "one of the calendars " + all, "\"" + calendar + "\"", "--calendar", "")));
        }
        Optional<Instrument> instrument = application.stores().bars().instrument(symbol);
        if (instrument.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "an instrument " + symbol,
                    "none of that name",
                    "",
                    "see quantloom data list"));
        }
        Instrument changed = instrument.get().withCalendar(known.get(), "set by a person");
        application.stores().bars().save(changed);
        return Outcome.success(
                Reply.done(instrument(changed), out -> out.println(symbol + " now follows " + calendar + ".")));
    }

    private static Outcome<Reply> show(Application application, SeriesKey key, int bars) {
        Optional<CatalogEntry> found = application.stores().bars().catalog().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
        Optional<BarSeries> loaded = application.stores().bars().load(key);
        if (found.isEmpty() || loaded.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT,
                    "the series " + key,
                    "it was deleted meanwhile",
                    "",
                    "list the series again"));
        }
        CatalogEntry entry = found.get();
        BarSeries series = loaded.get();
        BarSeries last = series.slice(Math.max(0, series.size() - bars), series.size());
        var table = TextTable.of("timestamp", "open", "high", "low", "close", "volume");
        List<JsonObject> rows = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            Instant time = Instant.ofEpochMilli(last.openTime(i));
            table.row(JsonWriter.time(time), last.open(i), last.high(i), last.low(i), last.close(i), last.volume(i));
            rows.add(JsonObject.empty()
                    .put("timestamp", time)
                    .put("open", last.open(i))
                    .put("high", last.high(i))
                    .put("low", last.low(i))
                    .put("close", last.close(i))
                    .put("volume", last.volume(i)));
        }
        var document = entry(entry)
                .put(
                        "bars_per_year",
                        entry.instrument()
                                .calendar()
                                .barsPerYear(key.timeframe().length()))
                .put("last_bars", rows);
        return Outcome.success(Reply.done(document, out -> {
            out.println(key + ": " + entry.rows() + " bars from " + JsonWriter.time(entry.first()) + " to "
                    + JsonWriter.time(entry.last()) + ", "
                    + entry.instrument().calendar().id() + " ("
                    + entry.instrument().calendarNote() + ")");
            entry.instrument().synthetic().ifPresent(why -> out.println("Synthetic, not real prices: " + why));
            out.println("Content hash " + entry.hash().hex());
            table.print(out, "");
        }));
    }

    private static JsonObject entry(CatalogEntry entry) {
        return JsonObject.empty()
                .put("kind", "bars")
                .put("symbol", entry.key().symbol().name())
                .put("timeframe", entry.key().timeframe().toString())
                .put("source", entry.key().source())
                .putAll(instrument(entry.instrument()))
                .put("rows", entry.rows())
                .put("first", entry.first())
                .put("last", entry.last())
                .put("hash", entry.hash().hex());
    }

    private static JsonObject instrument(Instrument instrument) {
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
