package io.quantloom.engine.market;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleMarketGenerator;
import io.quantloom.engine.market.sample.SampleSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * Makes the market of the seed and returns its keys, the hourly and then the daily series of each instrument in the
     * order of {@link SampleInstrument#ALL}. Series that are there already with the same bits are not written again;
     * those of another seed are replaced.
     */
    public Outcome<List<SeriesKey>> run(long seed, JobContext context) {
        Map<SeriesKey, Sha256> known =
                store.catalog().stream().collect(Collectors.toMap(CatalogEntry::key, CatalogEntry::hash));
        var generator = new SampleMarketGenerator(seed);
        List<SeriesKey> keys = new ArrayList<>();
        List<SampleInstrument> all = SampleInstrument.ALL;
        for (int i = 0; i < all.size(); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            SampleInstrument each = all.get(i);
            context.report(Progress.of("Sample market " + each.symbol(), i, all.size()));
            SampleSeries series = generator.generate(each);
            Instrument instrument = instrument(each, seed);
            BarSeries daily = Resampling.of(series.bars(), Timeframe.DAY, Resampling.LastBar.COMPLETE_ONLY);
            boolean isNew = false;
            for (BarSeries bars : List.of(series.bars(), daily)) {
                keys.add(bars.key());
                if (!bars.contentHash().equals(known.get(bars.key()))) {
                    store.save(instrument, bars);
                    isNew = true;
                    events.publish(new MarketEvent.Stored(bars.key()));
                }
            }
            if (series.funding().size() > 0 && isNew) {
                store.save(series.funding());
            }
        }
        context.report(Progress.of("Sample market", 1, 1));
        return Outcome.success(List.copyOf(keys));
    }

    private static Instrument instrument(SampleInstrument each, long seed) {
        return new Instrument(
                each.symbol(),
                "USD",
                TradingCalendar.CRYPTO_24X7,
                "the sample market trades around the clock",
                Instrument.UNKNOWN_LOT,
                each.role() == SampleInstrument.Role.PERPETUAL,
                Optional.of("sample market, seed " + seed));
    }
}
