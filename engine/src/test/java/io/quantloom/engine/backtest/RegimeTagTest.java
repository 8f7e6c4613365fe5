package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.dataset.regime.Regimes;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegimeTagTest {

    private static final int SIZE = 900;
    private static final int FROM = 600;
    private static final String CROSS = "strategy: {type: sma-cross, fast: 3, slow: 8}\n";

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final InMemoryBarStore store = new InMemoryBarStore();

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunIsTaggedWithWhatTheMarketMostlyWasWhereItTraded(long seed) {
        BarSeries bars = save("TEST", seed);
        Regimes regimes = RegimeClassifier.standard().classify(bars);
        String later = Instant.ofEpochMilli(bars.openTime(FROM)).toString();

        assertThat(tag("data: {symbol: TEST}\n" + CROSS)).isEqualTo(regimes.dominant(0, SIZE));
        assertThat(tag("data: {symbol: TEST, from: " + later + "}\n" + CROSS)).isEqualTo(regimes.dominant(FROM, SIZE));
        // Trained on 25 days of hours, so tested from there on.
        assertThat(tag("data: {symbol: TEST}\n" + CROSS
                        + "walk_forward: {train: 25d, test: 5d, grid: {strategy.fast: [3, 4]}}\n"))
                .isEqualTo(regimes.dominant(FROM, SIZE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPortfolioIsTaggedWithTheRegimeOfMostBarsOfAll(long seed) {
        Regimes one = RegimeClassifier.standard().classify(save("A", seed));
        Regimes other = RegimeClassifier.standard().classify(save("B", seed + 100));

        assertThat(tag("data: {symbols: [A, B]}\n" + CROSS))
                .isEqualTo(Regimes.dominant(List.of(one.counts(0, SIZE), other.counts(0, SIZE))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void runsAreFoundByIt(long seed) {
        save("TEST", seed);
        MarketRegime regime = tag("data: {symbol: TEST}\n" + CROSS).orElseThrow();

        for (MarketRegime each : MarketRegime.values()) {
            var mostly = new Condition(Field.TAG, Tags.REGIME, Comparison.EQUAL, each.text());
            assertThat(runs.search(new RunQuery(
                            List.of(RunBacktest.EXPERIMENT), List.of(mostly), Optional.empty(), Optional.empty(), 9)))
                    .hasSize(each == regime ? 1 : 0);
        }
    }

    private BarSeries save(String name, long seed) {
        BarSeries walk = Bars.random(seed, SIZE);
        var symbol = new Symbol(name);
        BarSeries bars = BarSeries.ofColumns(
                new SeriesKey(symbol, Timeframe.HOUR, "test"),
                walk.openTimes(),
                walk.opens(),
                walk.highs(),
                walk.lows(),
                walk.closes(),
                walk.volumes());
        store.save(new Instrument(symbol, "USD", TradingCalendar.CRYPTO_24X7, "", 1e-8, false, Optional.empty()), bars);
        return bars;
    }

    private Optional<MarketRegime> tag(String text) {
        var backtest = new RunBacktest(
                store,
                ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "", "", "", "")),
                runs,
                new Events(),
                InstantSource.fixed(Instant.EPOCH));
        BacktestResult result = BacktestFile.parse("spec.yaml", text)
                .then(spec -> backtest.run(spec, text, JobContext.none()))
                .orThrow();
        return runs.find(result.run().orElseThrow())
                .orElseThrow()
                .tag(Tags.REGIME)
                .flatMap(mostly -> List.of(MarketRegime.values()).stream()
                        .filter(each -> each.text().equals(mostly))
                        .findFirst());
    }
}
