package io.quantloom.ui.bench;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.InMemoryBotStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;

/** In-memory stores and real use cases over them, for tests of screens. */
public final class Workbench {

    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

    /** Why its prices are not real. */
    public static final String SYNTHETIC = "random walk, seed 42";

    private static final long HOUR = 3_600_000;

    /** Prices. */
    public final InMemoryBarStore bars = new InMemoryBarStore();
    /** Runs. */
    public final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(42).random()));
    /** Models. */
    public final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    /** Bots. */
    public final InMemoryBotStore bots = new InMemoryBotStore();
    /** The hub. */
    public final Events events = new Events();
    /** A clock that stands still. */
    public final InstantSource clock = InstantSource.fixed(NOW);
    /** Runs backtests of rules; models are not known. */
    public final RunBacktest runBacktest = new RunBacktest(
            bars,
            ref -> Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA, "a registered model", ref.toString(), "registry", "train it first")),
            runs,
            events,
            clock);
    /** Opens recorded backtests. */
    public final LoadBacktest loadBacktest = new LoadBacktest(runs);

    /** Stores a random walk of hourly bars that ends at the bench's hour. */
    public BarSeries walk(String symbol, int size, long seed) {
        var random = new SplittableRandom(seed);
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        double drift = 0;
        for (int i = 0; i < size; i++) {
            times[i] = NOW.toEpochMilli() - (size - i) * HOUR;
            drift = 0.97 * drift + 0.0006 * random.nextGaussian();
            double close = last * Math.exp(drift + 0.006 * random.nextGaussian());
            columns[0][i] = last;
            columns[1][i] = Math.max(last, close) * (1 + 0.003 * random.nextDouble());
            columns[2][i] = Math.min(last, close) * (1 - 0.003 * random.nextDouble());
            columns[3][i] = close;
            columns[4][i] = 500 + 1000 * random.nextDouble();
            last = close;
        }
        var key = new SeriesKey(new Symbol(symbol), Timeframe.HOUR, "walk");
        BarSeries series = BarSeries.ofColumns(key, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
        bars.save(
                new Instrument(
                        key.symbol(),
                        "USD",
                        TradingCalendar.CRYPTO_24X7,
                        "",
                        Instrument.UNKNOWN_LOT,
                        false,
                        Optional.of(SYNTHETIC)),
                series);
        return series;
    }

    /** Runs and records a crossing of averages. */
    public BacktestResult backtest(String symbol, int fast, int slow) {
        ExecutionSpec usual = ExecutionSpec.DEFAULT;
        var execution = new ExecutionSpec(
                usual.account(), usual.sizing(), new ExecutionSpec.Costs(0.0005, 1, 0, true), usual.exits());
        var range = new DataRange(
                new Symbol(symbol), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return runBacktest
                .run(
                        new BacktestSpec(
                                range,
                                new StrategySpec.SmaCross(fast, slow, true),
                                execution,
                                Finalization.LAST_CLOSE,
                                42),
                        JobContext.none())
                .orThrow();
    }
}
