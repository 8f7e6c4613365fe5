package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link DeleteSeries} and {@link SetCalendar}. */
class CatalogUseCasesTest {

    private static final Symbol BTC = new Symbol("BTC-USDT");
    private static final SeriesKey HOURLY = new SeriesKey(BTC, Timeframe.HOUR, "file");
    private static final SeriesKey DAILY = new SeriesKey(BTC, Timeframe.DAY, "file");

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final Events events = new Events();
    private final List<MarketEvent> told = new ArrayList<>();

    @BeforeEach
    void storeTwoSeries() {
        store.save(BarStoreContract.instrument(BTC), BarStoreContract.walk(HOURLY, 10, 1));
        store.save(BarStoreContract.instrument(BTC), BarStoreContract.walk(DAILY, 10, 1));
        events.subscribe(MarketEvent.class, told::add);
    }

    @Test
    void deletesOneSeriesAndSaysSo() {
        Outcome<SeriesKey> outcome = new DeleteSeries(store, events).run(HOURLY);

        assertThat(outcome).isEqualTo(Outcome.success(HOURLY));
        assertThat(store.catalog()).extracting(CatalogEntry::key).containsExactly(DAILY);
        assertThat(told).containsExactly(new MarketEvent.Deleted(HOURLY));
    }

    @Test
    void refusesToDeleteWhatIsNotThere() {
        SeriesKey other = new SeriesKey(BTC, Timeframe.HOUR, "elsewhere");

        Outcome<SeriesKey> outcome = new DeleteSeries(store, events).run(other);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo(Failure.Reason.MISSING_DATA));
        assertThat(told).isEmpty();
    }

    @Test
    void setsTheCalendarForAllSeriesOfAnInstrument() {
        Instrument changed = new SetCalendar(store, events)
                .run(BTC, TradingCalendar.US_EQUITY)
                .orThrow();

        assertThat(changed.calendar()).isEqualTo(TradingCalendar.US_EQUITY);
        assertThat(changed.calendarNote()).isEqualTo("set by hand");
        assertThat(store.instrument(BTC)).hasValue(changed);
        assertThat(told).containsExactlyInAnyOrder(new MarketEvent.Stored(HOURLY), new MarketEvent.Stored(DAILY));
    }

    @Test
    void refusesToSetTheCalendarOfAnUnknownInstrument() {
        assertThat(new SetCalendar(store, events).run(new Symbol("ETH"), TradingCalendar.US_EQUITY))
                .isInstanceOf(Outcome.Failed.class);
    }
}
