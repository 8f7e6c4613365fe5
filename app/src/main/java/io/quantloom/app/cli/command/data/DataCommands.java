package io.quantloom.app.cli.command.data;

import io.quantloom.app.cli.command.CsvOutput;
import io.quantloom.app.cli.command.TimeRange;
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
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.DataQuality;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data}: the catalog of series. */
@Command(name = "data", description = "Series of bars: import, list, show, quality, export, set, resample, delete.")
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
                    .put("series", catalog.stream().map(SeriesDocument::of).toList());
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

    @Command(name = "quality", description = "Shows gaps, flat bars, jumps and what else is worth knowing.")
    int quality(@Parameters(paramLabel = "SYMBOL") Symbol symbol, @Mixin SeriesOptions series) {
        return session.onWorkspace(
                (application, _) -> series.find(application, symbol, key -> quality(application, key)));
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
        return session.onWorkspace((application, _) -> DataChanges.set(application, symbol, calendar));
    }

    @Command(name = "delete", description = "Deletes a series that no run or model version was made from.")
    int delete(
            @Parameters(paramLabel = "SYMBOL") Symbol symbol,
            @Mixin SeriesOptions series,
            @Option(
                            names = "--keep-snapshots",
                            description = "deletes it all the same; runs and versions keep naming its hash")
                    boolean keepSnapshots) {
        return session.onWorkspace((application, _) ->
                series.find(application, symbol, key -> DataChanges.delete(application, key, keepSnapshots)));
    }

    @Command(name = "resample", description = "Makes longer bars of a series and stores them beside it.")
    int resample(
            @Parameters(paramLabel = "SYMBOL") Symbol symbol,
            @Option(names = "--to", required = true, paramLabel = "T", description = "for example 1d") Timeframe to,
            @Mixin SeriesOptions series) {
        return session.onWorkspace((application, _) ->
                series.find(application, symbol, key -> DataChanges.resample(application, key, to)));
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

    private static Outcome<Reply> quality(Application application, SeriesKey key) {
        Optional<BarSeries> loaded = application.stores().bars().load(key);
        Optional<Instrument> instrument = application.stores().bars().instrument(key.symbol());
        if (loaded.isEmpty() || instrument.isEmpty()) {
            return Outcome.failed(deleted(key));
        }
        DataQuality quality = DataQuality.of(loaded.get(), instrument.get().calendar());
        var table = TextTable.of("finding", "count", "first", "last");
        List<JsonObject> findings = new ArrayList<>();
        for (DataQuality.Finding finding : quality.findings()) {
            String kind = finding.kind().name().toLowerCase(Locale.ROOT);
            table.row(
                    kind,
                    finding.count(),
                    finding.first().map(JsonWriter::time).orElse("—"),
                    finding.last().map(JsonWriter::time).orElse("—"));
            findings.add(JsonObject.empty()
                    .put("kind", kind)
                    .put("count", finding.count())
                    .put("first", finding.first())
                    .put("last", finding.last()));
        }
        var document = SeriesDocument.key(key)
                .put("bars", quality.bars())
                .put("missing", quality.missing())
                .put(
                        "longest_gap",
                        quality.longestGap()
                                .map(gap -> JsonObject.empty()
                                        .put("after", gap.after())
                                        .put("before", gap.before())
                                        .put("missing", gap.missing())))
                .put("findings", findings);
        return Outcome.success(Reply.done(document, out -> {
            out.println(key + ": " + quality.bars() + " bars, " + quality.missing() + " missing by the calendar "
                    + instrument.get().calendar().id());
            table.print(out, "");
        }));
    }

    private static Failure deleted(SeriesKey key) {
        return Failure.of(
                Failure.Reason.CONFLICT, "the series " + key, "it was deleted meanwhile", "", "list the series again");
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
        var document = SeriesDocument.of(entry)
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
}
