package io.quantloom.engine.backtest;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trades, equity at every bar and statistics of every run of backtesting.py on record. */
class BacktestingPyReferenceTest {

    static Stream<BacktestingPyReference> references() {
        return BacktestingPyReference.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void reproducesBacktestingPy(BacktestingPyReference reference) {
        var symbol = new Symbol(reference.symbol());
        BarSeries bars = SharedData.bars(new SeriesKey(symbol, Timeframe.DAY, "file"), reference.prices());
        TradingCalendar calendar = reference.everyDay() ? TradingCalendar.CRYPTO_24X7 : TradingCalendar.US_EQUITY;
        var instrument = new Instrument(symbol, "USD", calendar, "", 1e-8, false, Optional.empty());
        var execution = new ExecutionSpec(
                new Account(reference.cash(), "USD", 1),
                new Sizing(true),
                new Costs(reference.fee(), 0, 0, true),
                ExecutionSpec.DEFAULT.exits());

        BacktestResult result = new SimulateBacktest(
                        execution, Finalization.LAST_OPEN, instrument, FundingRates.none(symbol))
                .run(
                        "reference",
                        bars,
                        new SmaCrossStrategy(
                                new StrategySpec.SmaCross(reference.fast(), reference.slow(), reference.longShort())),
                        Trials.single(),
                        OptionalLong.empty(),
                        JobContext.none())
                .orThrow();

        reference.assertReproduced(result);
    }
}
