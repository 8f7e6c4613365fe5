package io.quantloom.ui.market;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the instruments of the list from the store; what it has read of a series it keeps. Runs in the background. */
final class ReadCatalog {

    private static final int TREND = 40;
    private static final Duration HISTORIC_AFTER = Duration.ofDays(45);

    /** What a read of the catalog gives: rows, and the entries behind each. */
    record Catalog(List<InstrumentRow> rows, Map<InstrumentRow, List<CatalogEntry>> entries) {}

    private final BarStore bars;
    private final InstantSource clock;
    private final Texts texts = Texts.of("market");
    private final Map<CatalogEntry, List<Double>> trends = new ConcurrentHashMap<>();

    ReadCatalog(BarStore bars, InstantSource clock) {
        this.bars = bars;
        this.clock = clock;
    }

    Outcome<Catalog> run(JobContext context) {
        Map<String, List<CatalogEntry>> groups = new LinkedHashMap<>();
        for (CatalogEntry each : bars.catalog()) {
            groups.computeIfAbsent(each.key().symbol() + "|" + each.key().source(), _ -> new ArrayList<>())
                    .add(each);
        }
        List<InstrumentRow> read = new ArrayList<>();
        Map<InstrumentRow, List<CatalogEntry>> entries = new LinkedHashMap<>();
        for (List<CatalogEntry> group : groups.values()) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(group.getFirst().key().symbol().name(), read.size(), groups.size()));
            group.sort(Comparator.comparing(each -> each.key().timeframe()));
            InstrumentRow row = row(group);
            read.add(row);
            entries.put(row, List.copyOf(group));
        }
        return Outcome.success(new Catalog(read, entries));
    }

    private InstrumentRow row(List<CatalogEntry> group) {
        CatalogEntry coarsest = group.getLast();
        List<Double> trend = trends.computeIfAbsent(coarsest, this::trend);
        int size = trend.size();
        double last = size == 0 ? Double.NaN : trend.getLast();
        return new InstrumentRow(
                coarsest.key().symbol().name(),
                coarsest.key().source(),
                group.stream().map(each -> each.key().timeframe().toString()).toList(),
                age(group),
                last,
                size < 2 ? Double.NaN : last / trend.get(size - 2) - 1,
                trend);
    }

    private List<Double> trend(CatalogEntry each) {
        List<Double> closes = new ArrayList<>();
        Optional<BarSeries> series = bars.load(each.key());
        int size = series.map(BarSeries::size).orElse(0);
        for (int i = Math.max(0, size - TREND); i < size; i++) {
            closes.add(series.get().close(i));
        }
        return List.copyOf(closes);
    }

    private InstrumentRow.Age age(List<CatalogEntry> group) {
        if (group.getFirst().instrument().synthetic().isPresent()) {
            return new InstrumentRow.Age(InstrumentRow.Age.State.SAMPLE, texts.get("age.sample"));
        }
        CatalogEntry newest =
                group.stream().max(Comparator.comparing(CatalogEntry::last)).orElseThrow();
        Instant now = clock.instant();
        Duration behind =
                Duration.between(newest.last().plus(newest.key().timeframe().length()), now);
        // A weekend and a holiday are no reason to worry.
        Duration allowed = newest.key().timeframe().length().multipliedBy(2).plusDays(4);
        if (behind.compareTo(allowed) <= 0) {
            return new InstrumentRow.Age(InstrumentRow.Age.State.FRESH, texts.get("age.fresh"));
        }
        InstrumentRow.Age.State state =
                behind.compareTo(HISTORIC_AFTER) > 0 ? InstrumentRow.Age.State.HISTORIC : InstrumentRow.Age.State.STALE;
        return new InstrumentRow.Age(
                state,
                texts.get(
                        state == InstrumentRow.Age.State.STALE ? "age.stale" : "age.historic",
                        Formats.about(behind),
                        Formats.day(newest.last().toEpochMilli())));
    }
}
