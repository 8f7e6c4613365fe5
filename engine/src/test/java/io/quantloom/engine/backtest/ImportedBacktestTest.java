package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.market.InMemoryBarStore;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a file of prices and a specification to the figures of backtesting.py, through the product's own import. */
class ImportedBacktestTest {

    @ParameterizedTest(name = "{0} {2}/{3} {4}")
    @CsvSource({
        "equities/GOOG_backtestingpy_1d.csv,     GOOG,     10, 30, long-short, 10000,   0,     66,  51422.98999999996,"
                + "   us-equity",
        "daily/BTC-USDT_binance-full_1d.csv, BTC-USDT, 10, 20, long,       1000000, 0.001, 80,  13482779.240990007, "
                + " crypto-24x7",
        "daily/BTC-USDT_binance-full_1d.csv, BTC-USDT, 10, 20, long-short, 1000000, 0.002, 161, 2354775.2032800023, "
                + " crypto-24x7"
    })
    void agreesWithBacktestingPy(
            String file,
            String symbol,
            int fast,
            int slow,
            String side,
            double cash,
            double fee,
            int trades,
            double finalEquity,
            String calendar) {
        var bars = new InMemoryBarStore();
        var events = new Events();
        new ImportBars(bars, events)
                .run(ImportSpec.of(SharedData.path(file)), JobContext.none())
                .orThrow();
        BacktestSpec spec = BacktestFile.parse("spec.yaml", """
            data: {symbol: %s}
            strategy: {type: sma-cross, fast: %d, slow: %d, side: %s}
            account: {cash: %s}
            sizing: {type: all-in, whole_units: true}
            execution: {fee: %s}
            finalize: last-open
            """.formatted(symbol, fast, slow, side, cash, fee))
                .orThrow();

        BacktestResult result = new RunBacktest(
                        bars,
                        ref -> Outcome.failed(
                                Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), "")),
                        new InMemoryRunStore(Ids.from(new Seeds(1).random())),
                        events,
                        InstantSource.fixed(Instant.EPOCH))
                .run(spec, JobContext.none())
                .orThrow();

        assertThat(result.trades()).hasSize(trades);
        assertThat(result.statistics().get("final_equity").orElseThrow())
                .isCloseTo(finalEquity, within(1e-9 * finalEquity));
        assertThat(result.statistics().notes().get("sharpe_ratio")).contains(calendar);
    }
}
