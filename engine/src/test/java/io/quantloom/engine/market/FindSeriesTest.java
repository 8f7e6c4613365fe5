package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindSeriesTest {

    private static final Symbol BTC = new Symbol("BTC-USD");

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final FindSeries find = new FindSeries(store);

    @Test
    void findsTheOnlySeriesOfASymbol() {
        SeriesKey key = stored(BTC, Timeframe.HOUR, "file");
        stored(new Symbol("ETH-USD"), Timeframe.HOUR, "file");

        assertThat(find.run(BTC, Optional.empty(), Optional.empty())).isEqualTo(Outcome.success(key));
    }

    @Test
    void namesTheChoicesWhenSeveralFit() {
        stored(BTC, Timeframe.HOUR, "file");
        stored(BTC, Timeframe.DAY, "yahoo");

        Failure failure = failureOf(find.run(BTC, Optional.empty(), Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.INVALID);
        assertThat(failure.found()).contains("BTC-USD 1h file", "BTC-USD 1d yahoo");
    }

    @Test
    void narrowsByTimeframeAndSource() {
        stored(BTC, Timeframe.HOUR, "file");
        SeriesKey daily = stored(BTC, Timeframe.DAY, "file");
        SeriesKey yahoo = stored(BTC, Timeframe.HOUR, "yahoo");

        assertThat(find.run(BTC, Optional.of(Timeframe.DAY), Optional.empty())).isEqualTo(Outcome.success(daily));
        assertThat(find.run(BTC, Optional.empty(), Optional.of("yahoo"))).isEqualTo(Outcome.success(yahoo));
    }

    @Test
    void namesTheKnownSymbolsWhenTheAskedOneIsUnknown() {
        stored(BTC, Timeframe.HOUR, "file");

        Failure failure = failureOf(find.run(new Symbol("BTCUSD"), Optional.empty(), Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_DATA);
        assertThat(failure.sentence()).contains("BTCUSD", "BTC-USD");
    }

    @Test
    void namesWhatThereIsWhenTheTimeframeIsMissing() {
        stored(BTC, Timeframe.HOUR, "file");

        Failure failure = failureOf(find.run(BTC, Optional.of(Timeframe.DAY), Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_DATA);
        assertThat(failure.sentence()).contains("BTC-USD 1d", "BTC-USD 1h file");
    }

    @Test
    void saysThatAnEmptyStoreIsEmpty() {
        Failure failure = failureOf(find.run(BTC, Optional.empty(), Optional.empty()));

        assertThat(failure.found()).isEqualTo("an empty store");
    }

    private SeriesKey stored(Symbol symbol, Timeframe timeframe, String source) {
        SeriesKey key = new SeriesKey(symbol, timeframe, source);
        store.save(
                new Instrument(
                        symbol,
                        "USD",
                        TradingCalendar.CRYPTO_24X7,
                        "",
                        Instrument.UNKNOWN_LOT,
                        false,
                        Optional.empty()),
                BarSeries.of(key, List.of(new Bar(0, 1, 1, 1, 1, 1))));
        return key;
    }

    private static Failure failureOf(Outcome<SeriesKey> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<SeriesKey>) outcome).failure();
    }
}
