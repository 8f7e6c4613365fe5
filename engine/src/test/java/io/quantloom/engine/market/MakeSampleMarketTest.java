package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakeSampleMarketTest {

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final Events events = new Events();
    private final MakeSampleMarket make = new MakeSampleMarket(store, events);

    @Test
    void storesEightInstrumentsHourlyAndDailyAndSaysSo() {
        List<SeriesKey> told = new ArrayList<>();
        events.subscribe(MarketEvent.class, event -> told.add(event.key()));

        List<SeriesKey> keys = make.run(42, JobContext.none()).orThrow();

        assertThat(keys).hasSize(16).isEqualTo(told).first().hasToString("ALVORA-USD 1h sample");
        assertThat(store.catalog()).hasSize(16).allSatisfy(entry -> {
            assertThat(entry.rows()).isEqualTo(entry.key().timeframe().equals(Timeframe.HOUR) ? 26_304 : 1_096);
            assertThat(entry.instrument().synthetic()).hasValue("sample market, seed 42");
        });
    }

    @Test
    void givesFundingToThePerpetualOnly() {
        make.run(42, JobContext.none()).orThrow();

        assertThat(store.catalog().stream().map(CatalogEntry::instrument).distinct())
                .filteredOn(Instrument::perpetual)
                .singleElement()
                .satisfies(perpetual ->
                        assertThat(store.funding(perpetual.symbol()).size()).isEqualTo(3_287));
        assertThat(store.funding(new Symbol("ALVORA-USD")).size()).isZero();
    }

    @Test
    void writesNothingTwice() {
        make.run(42, JobContext.none()).orThrow();
        List<SeriesKey> told = new ArrayList<>();
        events.subscribe(MarketEvent.class, event -> told.add(event.key()));

        make.run(42, JobContext.none()).orThrow();

        assertThat(told).isEmpty();
    }

    @Test
    void replacesTheMarketOfAnotherSeed() {
        make.run(42, JobContext.none()).orThrow();
        var before = store.funding(new Symbol("ALVORA-USD-PERP"));

        make.run(7, JobContext.none()).orThrow();

        assertThat(store.catalog())
                .hasSize(16)
                .allSatisfy(entry -> assertThat(entry.instrument().synthetic()).hasValue("sample market, seed 7"));
        assertThat(store.funding(new Symbol("ALVORA-USD-PERP")).rate(0)).isNotEqualTo(before.rate(0));
    }

    @Test
    void stopsWhenItIsCanceled() {
        Outcome<List<SeriesKey>> outcome = make.run(42, new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return !store.catalog().isEmpty();
            }
        });

        assertThat(outcome).isInstanceOf(Outcome.Canceled.class);
        assertThat(store.catalog()).hasSize(2);
    }
}
