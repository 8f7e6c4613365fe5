package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.csv.CsvContent;
import io.quantloom.engine.market.csv.CsvKind;
import io.quantloom.engine.market.csv.ReadCsv;
import io.quantloom.engine.market.csv.RowTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Imports one file of bars or funding, all of it or nothing (contracts.md, Import). */
public final class ImportBars {

    private static final double READING = 0.9;

    private final BarStore store;
    private final Events events;
    private final ReadCsv readCsv = new ReadCsv();

    /** Takes where to write and whom to tell. */
    public ImportBars(BarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Reads the file and stores its series. A file with impossible rows succeeds with a refused report, in which nothing
     * is stored, unless the specification accepts a part. What is stored already under the key is merged with the file:
     * where both have a bar the file's stands.
     */
    public Outcome<ImportReport> run(ImportSpec spec, JobContext context) {
        Optional<Failure> unknown = unknownCalendar(spec);
        if (unknown.isPresent()) {
            return Outcome.failed(unknown.get());
        }
        try {
            return readCsv.run(spec.file(), spec.zone(), context.part("Import", 0, READING))
                    .then(content -> content.kind() == CsvKind.FUNDING
                            ? funding(spec, content, context)
                            : bars(spec, content, context));
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        }
    }

    private Outcome<ImportReport> bars(ImportSpec spec, CsvContent content, JobContext context) {
        var conclusions = new ImportConclusions(spec, content);
        return conclusions.key().then(key -> {
            RowTable rows = content.rows();
            BarSeries imported = BarSeries.ofColumns(
                    key,
                    conclusions.openTimes(key.timeframe()),
                    rows.column(CsvContent.OPEN),
                    rows.column(CsvContent.HIGH),
                    rows.column(CsvContent.LOW),
                    rows.column(CsvContent.CLOSE),
                    rows.column(CsvContent.VOLUME));
            if (isRefused(spec, content)) {
                Instrument instrument = instrument(spec, key.symbol(), imported.openTimes(), conclusions);
                return Outcome.success(refused(content, key, instrument, conclusions));
            }
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(new Progress("Storing " + key, READING));
            return Outcome.success(stored(spec, content, imported, conclusions));
        });
    }

    private ImportReport stored(
            ImportSpec spec, CsvContent content, BarSeries imported, ImportConclusions conclusions) {
        SeriesKey key = imported.key();
        SeriesMerge merge = store.load(key)
                .map(stored -> SeriesMerge.of(stored, imported))
                .orElseGet(() -> new SeriesMerge(imported, imported.size(), 0, 0));
        BarSeries series = merge.series();
        Instrument instrument = instrument(spec, key.symbol(), series.openTimes(), conclusions);
        if (merge.hasChanges()) {
            store.save(instrument, series);
            events.publish(new MarketEvent.Stored(key));
        } else if (!store.instrument(key.symbol()).equals(Optional.of(instrument))) {
            store.save(instrument);
        }
        int repeated = content.rows().repeated();
        return new ImportReport(
                content.kind().id(),
                key,
                instrument.calendar().id(),
                imported.size() + repeated,
                series.size(),
                Optional.of(Instant.ofEpochMilli(series.openTime(0))),
                Optional.of(Instant.ofEpochMilli(series.openTime(series.size() - 1))),
                merge.inserted(),
                merge.revised(),
                merge.duplicates() + repeated,
                content.rejected(),
                Optional.of(series.contentHash()),
                conclusions.sentences());
    }

    private Outcome<ImportReport> funding(ImportSpec spec, CsvContent content, JobContext context) {
        var conclusions = new ImportConclusions(spec, content);
        return conclusions.key().then(key -> {
            RowTable rows = content.rows();
            Instrument instrument = asPerpetual(instrument(spec, key.symbol(), new long[0], conclusions));
            if (isRefused(spec, content)) {
                return Outcome.success(refused(content, key, instrument, conclusions));
            }
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            var merge = FundingMerge.of(
                    store.funding(key.symbol()),
                    FundingRates.of(key.symbol(), rows.times(), rows.column(CsvContent.RATE)));
            if (!store.instrument(key.symbol()).equals(Optional.of(instrument))) {
                store.save(instrument);
            }
            FundingRates all = merge.funding();
            if (merge.inserted() + merge.revised() > 0) {
                store.save(all);
                events.publish(new MarketEvent.Stored(key));
            }
            return Outcome.success(new ImportReport(
                    content.kind().id(),
                    key,
                    instrument.calendar().id(),
                    rows.size() + rows.repeated(),
                    all.size(),
                    Optional.of(Instant.ofEpochMilli(all.time(0))),
                    Optional.of(Instant.ofEpochMilli(all.time(all.size() - 1))),
                    merge.inserted(),
                    merge.revised(),
                    merge.duplicates() + rows.repeated(),
                    content.rejected(),
                    Optional.of(all.contentHash()),
                    conclusions.sentences()));
        });
    }

    private static boolean isRefused(ImportSpec spec, CsvContent content) {
        return content.rejections() > 0
                && (!spec.acceptPartial() || content.rows().size() == 0);
    }

    private static ImportReport refused(
            CsvContent content, SeriesKey key, Instrument instrument, ImportConclusions conclusions) {
        return new ImportReport(
                content.kind().id(),
                key,
                instrument.calendar().id(),
                content.rows().size() + content.rows().repeated(),
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                content.rejected(),
                Optional.<Sha256>empty(),
                conclusions.sentences());
    }

    /** Returns the instrument as it is to be stored: known things stay, a given calendar wins over all. */
    private Instrument instrument(ImportSpec spec, Symbol symbol, long[] openTimes, ImportConclusions conclusions) {
        Optional<Instrument> known = store.instrument(symbol);
        Instrument instrument = known.orElseGet(() -> InstrumentConventions.instrument(symbol, openTimes));
        Optional<TradingCalendar> given = spec.calendar().flatMap(TradingCalendar::parse);
        if (given.isPresent()) {
            return instrument.withCalendar(
                    given.get(), "as given with the import of " + spec.file().getFileName());
        }
        var concluded = InstrumentConventions.calendar(openTimes);
        if (known.isPresent() && (!concluded.isSure() || !InstrumentConventions.isAssumed(known.get()))) {
            conclusions.put("calendar", instrument.calendar().id() + ", as stored with the instrument");
            return instrument;
        }
        conclusions.put("calendar", concluded.calendar().id() + ", " + concluded.note());
        return instrument.withCalendar(concluded.calendar(), concluded.note());
    }

    private static Instrument asPerpetual(Instrument instrument) {
        return new Instrument(
                instrument.symbol(),
                instrument.currency(),
                instrument.calendar(),
                instrument.calendarNote(),
                instrument.lot(),
                true,
                instrument.synthetic());
    }

    private static Optional<Failure> unknownCalendar(ImportSpec spec) {
        return spec.calendar()
                .filter(id -> TradingCalendar.parse(id).isEmpty())
                .map(id -> Failure.of(
                        Reason.INVALID,
                        "a calendar out of "
                                + Arrays.stream(TradingCalendar.values())
                                        .map(TradingCalendar::id)
                                        .collect(Collectors.joining(", ")),
                        "'" + id + "'",
                        "calendar",
                        "choose one of them"));
    }
}
