package io.quantloom.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.Trend;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PredictionStore} does. */
public abstract class PredictionStoreContract {

    private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");

    private PredictionStore store;

    /** {@return a store without content} */
    protected abstract PredictionStore create();

    @BeforeEach
    final void createStore() {
        store = create();
    }

    private static Prediction prediction(String symbol, Trend trend, int version, int day, double probability) {
        return new Prediction(
                symbol,
                trend,
                probability,
                new TreeMap<>(Map.of("PPO", 0.1 + 0.2, "7_day_RSI", 55.0)),
                symbol + "_" + trend + "_model",
                version,
                OptionalDouble.of(0.05),
                OptionalInt.of(10),
                DAY.plusSeconds(day * 86_400L),
                DAY.plusSeconds(day * 86_400L + 90_000).plusNanos(1_000));
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.latest()).isEmpty();
        assertThat(store.latest("SOL_uptrend_model")).isEmpty();
        assertThat(store.history("SOL", Trend.UPTREND, 10)).isEmpty();
    }

    @Test
    void givesBackEveryField() {
        Prediction full = prediction("SOL", Trend.UPTREND, 3, 0, 0.30000000000000004);
        var bare = new Prediction(
                "BTC-USDT",
                Trend.DOWNTREND,
                0,
                new TreeMap<>(),
                "btc",
                1,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                DAY,
                DAY);
        store.save(full);
        store.save(bare);

        assertThat(store.latest()).containsExactly(full, bare);
        assertThat(store.latest("btc")).contains(bare);
    }

    @Test
    void theNewestIsThatOfTheLatestBarHoweverLateAnOlderOneWasWritten() {
        store.save(prediction("SOL", Trend.UPTREND, 1, 5, 0.5));
        store.save(prediction("SOL", Trend.UPTREND, 1, 3, 0.3));

        assertThat(store.latest("SOL_uptrend_model")).contains(prediction("SOL", Trend.UPTREND, 1, 5, 0.5));
        assertThat(store.history("SOL", Trend.UPTREND, 10))
                .containsExactly(
                        prediction("SOL", Trend.UPTREND, 1, 5, 0.5), prediction("SOL", Trend.UPTREND, 1, 3, 0.3));
    }

    @Test
    void replacesThatOfTheSameModelVersionAndBar() {
        store.save(prediction("SOL", Trend.UPTREND, 1, 0, 0.5));
        store.save(prediction("SOL", Trend.UPTREND, 2, 0, 0.6));
        store.save(prediction("SOL", Trend.UPTREND, 1, 0, 0.7));

        assertThat(store.history("SOL", Trend.UPTREND, 10))
                .containsExactly(
                        prediction("SOL", Trend.UPTREND, 1, 0, 0.7), prediction("SOL", Trend.UPTREND, 2, 0, 0.6));
        assertThat(store.latest("SOL_uptrend_model")).contains(prediction("SOL", Trend.UPTREND, 1, 0, 0.7));
    }

    @Test
    void keepsSymbolsAndTrendsApartAndHoldsToTheLimit() {
        for (int day = 0; day < 5; day++) {
            store.save(prediction("SOL", Trend.UPTREND, 1, day, 0.5));
            store.save(prediction("SOL", Trend.DOWNTREND, 1, day, 0.4));
            store.save(prediction("BTC", Trend.UPTREND, 1, day, 0.3));
        }

        assertThat(store.history("SOL", Trend.DOWNTREND, 2))
                .containsExactly(
                        prediction("SOL", Trend.DOWNTREND, 1, 4, 0.4), prediction("SOL", Trend.DOWNTREND, 1, 3, 0.4));
        assertThat(store.latest())
                .extracting(Prediction::model)
                .containsExactly("BTC_uptrend_model", "SOL_downtrend_model", "SOL_uptrend_model");
    }
}
