package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trades, equity at every bar and statistics of backtesting.py, saved in ../shared/data/reference/backtesting-py: SMA
 * crossings, all-in whole units, {@code finalize_trades}; cash and commission as in each file's settings.
 */
class BacktestingPyReferenceTest {

    private static final double SAME = 1e-9;

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("Exposure Time [%]", "exposure"),
            Map.entry("Return [%]", "total_return"),
            Map.entry("Buy & Hold Return [%]", "buy_hold_return"),
            Map.entry("Return (Ann.) [%]", "annualized_return"),
            Map.entry("Volatility (Ann.) [%]", "annualized_volatility_compounded"),
            Map.entry("CAGR [%]", "cagr"),
            Map.entry("Alpha [%]", "alpha"),
            Map.entry("Win Rate [%]", "win_rate"),
            Map.entry("Best Trade [%]", "best_trade"),
            Map.entry("Worst Trade [%]", "worst_trade"),
            Map.entry("Avg. Trade [%]", "avg_trade"),
            Map.entry("Expectancy [%]", "expectancy"),
            Map.entry("Equity Final [$]", "final_equity"),
            Map.entry("Equity Peak [$]", "peak_equity"),
            Map.entry("Commissions [$]", "fees"),
            Map.entry("# Trades", "trades"),
            Map.entry("Sharpe Ratio", "sharpe_ratio_geometric"),
            Map.entry("Sortino Ratio", "sortino_ratio_geometric"),
            Map.entry("Calmar Ratio", "calmar_ratio"),
            Map.entry("Beta", "beta"),
            Map.entry("Profit Factor", "profit_factor_by_return"),
            Map.entry("SQN", "sqn"),
            Map.entry("Kelly Criterion", "kelly"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GOOG_test_compute_stats_10_30,         10, 30, true,  10000,   0",
        "GOOG_smacross_10_20_longonly_comm0.001,  10, 20, false, 10000,   0.001",
        "GOOG_smacross_10_20_longshort_comm0.002, 10, 20, true,  10000,   0.002",
        "GOOG_smacross_20_50_longonly_nocomm,     20, 50, false, 10000,   0",
        "BTC_smacross_10_20_longonly_comm0.001,   10, 20, false, 1000000, 0.001",
        "BTC_smacross_10_20_longshort_comm0.002,  10, 20, true,  1000000, 0.002",
        "BTC_smacross_20_50_longonly_nocomm,      20, 50, false, 1000000, 0"
    })
    void reproducesBacktestingPy(String name, int fast, int slow, boolean longShort, double cash, double fee)
            throws IOException {
        BacktestResult result = run(name.startsWith("BTC"), fast, slow, longShort, cash, fee);

        JsonNode expected = new ObjectMapper()
                .readTree(SharedData.text(SharedData.path("reference/backtesting-py/" + name + "_stats.json")));
        expected.properties().forEach(entry -> {
            String key = KEYS.get(entry.getKey());
            if (key != null) {
                double scale = entry.getKey().endsWith("[%]") ? 100 : 1;
                assertClose(
                        key,
                        result.statistics().get(key).orElseThrow(),
                        entry.getValue().asDouble() / scale);
            }
        });
        assertClose(
                "max_drawdown",
                result.statistics().get("max_drawdown").orElseThrow(),
                -expected.get("Max. Drawdown [%]").asDouble() / 100);
        if (name.startsWith("BTC")) {
            // Daily bars without a gap: days are bars.
            String days = expected.get("Max. Drawdown Duration").asText();
            assertThat(result.statistics().get("max_drawdown_bars"))
                    .hasValue(Double.parseDouble(days.substring(0, days.indexOf(' '))));
        }
        assertTrades(result.trades(), name);
        assertEquity(result, name);
    }

    private static BacktestResult run(boolean bitcoin, int fast, int slow, boolean longShort, double cash, double fee) {
        var symbol = new Symbol(bitcoin ? "BTC-USDT" : "GOOG");
        var key = new SeriesKey(symbol, Timeframe.DAY, "file");
        BarSeries bars = SharedData.bars(
                key, bitcoin ? "daily/BTC-USDT_binance-full_1d.csv" : "equities/GOOG_backtestingpy_1d.csv");
        TradingCalendar calendar = bitcoin ? TradingCalendar.CRYPTO_24X7 : TradingCalendar.US_EQUITY;
        var instrument = new Instrument(symbol, "USD", calendar, "", 1e-8, false, Optional.empty());
        var execution = new ExecutionSpec(
                new Account(cash, "USD", 1),
                new Sizing(true),
                new Costs(fee, 0, 0, true),
                ExecutionSpec.DEFAULT.exits());
        return new SimulateBacktest(execution, Finalization.LAST_OPEN, instrument, FundingRates.none(symbol))
                .run(
                        "reference",
                        bars,
                        new SmaCrossStrategy(new StrategySpec.SmaCross(fast, slow, longShort)),
                        Trials.single(),
                        OptionalLong.empty(),
                        JobContext.none())
                .orThrow();
    }

    // Size,EntryBar,ExitBar,EntryPrice,ExitPrice,SL,TP,PnL,Commission,ReturnPct,EntryTime,ExitTime,...
    private static void assertTrades(List<RoundTrip> trades, String name) {
        List<String> rows = SharedData.lines(SharedData.path("reference/backtesting-py/" + name + "_trades.csv"));
        assertThat(trades).hasSize(rows.size() - 1);
        for (int i = 0; i < trades.size(); i++) {
            String[] cells = rows.get(i + 1).split(",", -1);
            RoundTrip trade = trades.get(i);
            String where = "trade " + i + " ";
            assertThat(trade.isLong() ? trade.units() : -trade.units())
                    .as(where + "size")
                    .isEqualTo(Double.parseDouble(cells[0]));
            assertThat(trade.bars())
                    .as(where + "bars")
                    .isEqualTo(Integer.parseInt(cells[2]) - Integer.parseInt(cells[1]));
            assertThat(trade.entryPrice()).as(where + "entry").isEqualTo(Double.parseDouble(cells[3]));
            assertThat(trade.exitPrice()).as(where + "exit").isEqualTo(Double.parseDouble(cells[4]));
            assertClose(where + "pnl", trade.pnl(), Double.parseDouble(cells[7]));
            assertClose(where + "fees", trade.fees(), Double.parseDouble(cells[8]));
            assertClose(where + "return", trade.returnFraction(), Double.parseDouble(cells[9]));
            assertThat(trade.entryTime()).as(where + "entry time").isEqualTo(millis(cells[10]));
            assertThat(trade.exitTime()).as(where + "exit time").isEqualTo(millis(cells[11]));
        }
    }

    private static void assertEquity(BacktestResult result, String name) {
        List<String> rows = SharedData.lines(SharedData.path("reference/backtesting-py/" + name + "_equity.csv"));
        assertThat(result.equity().size()).isEqualTo(rows.size() - 1);
        for (int i = 0; i < result.equity().size(); i++) {
            String[] cells = rows.get(i + 1).split(",", -1);
            assertThat(result.equity().time(i)).isEqualTo(millis(cells[0]));
            assertClose("equity of " + cells[0], result.equity().value(i), Double.parseDouble(cells[1]));
        }
    }

    private static long millis(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(SAME * Math.max(1e-3, Math.abs(expected))));
    }
}
