package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.performance.Drawdown;
import io.quantloom.engine.performance.DrawdownTable;
import io.quantloom.engine.portfolio.RoundTrip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One saved run of backtesting.py in ../shared/data/reference/backtesting-py: an SMA crossing, all-in whole units,
 * {@code finalize_trades}. The windows and the side are in the file's name, cash and commission in its settings; the prices
 * are those of ../shared/data on which its fills lie.
 */
record BacktestingPyReference(
        String name, String symbol, int fast, int slow, boolean longShort, double cash, double fee, JsonNode stats) {

    private static final String FOLDER = "reference/backtesting-py";
    private static final double SAME = 1e-9;
    private static final double MILLIS_PER_DAY = 86_400_000;
    // GOOG_test_compute_stats_10_30 or GOOG_smacross_10_20_longonly_comm0.001
    private static final Pattern NAME =
            Pattern.compile("(?<symbol>[^_]+)_.*?_(?<fast>\\d+)_(?<slow>\\d+)(?:_(?<side>longonly|longshort)_.*)?");
    // The test of backtesting.py itself, which the file without settings comes from.
    private static final double DEFAULT_CASH = 10_000;

    /** Their name of each statistic, ours, and whether theirs is a percentage. */
    private static final Map<String, String> KEYS = keys();

    /** All files there are; skips the test where the folder is absent. */
    static Stream<BacktestingPyReference> all() {
        Path folder = SharedData.path(FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            List<BacktestingPyReference> found = files.map(
                            file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("_stats.json"))
                    .sorted()
                    .map(file -> read(folder, file.substring(0, file.length() - "_stats.json".length())))
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BacktestingPyReference read(Path folder, String name) {
        Matcher parts = NAME.matcher(name);
        assertThat(parts.matches()).as("settings in the name " + name).isTrue();
        JsonNode stats = json(folder.resolve(name + "_stats.json"));
        JsonNode settings = stats.path("settings");
        return new BacktestingPyReference(
                name,
                parts.group("symbol"),
                Integer.parseInt(parts.group("fast")),
                Integer.parseInt(parts.group("slow")),
                !"longonly".equals(parts.group("side")),
                settings.has("cash") ? settings.get("cash").asDouble() : DEFAULT_CASH,
                settings.path("commission").asDouble(),
                stats);
    }

    /** The price file, relative to ../shared/data: as many daily rows, and the fills are at its opens. */
    String prices() {
        List<String> equity = rows("equity");
        String[] trade = rows("trades").getFirst().split(",", -1);
        int entry = Integer.parseInt(trade[1]);
        for (String folder : List.of("daily", "equities")) {
            try (Stream<Path> files = Files.list(SharedData.path(folder))) {
                List<Path> candidates = files.filter(
                                file -> file.getFileName().toString().startsWith(symbol)
                                        && file.getFileName().toString().endsWith("_1d.csv"))
                        .sorted()
                        .toList();
                for (Path file : candidates) {
                    List<String> bars = SharedData.lines(file);
                    if (bars.size() - 1 == equity.size()
                            && bars.get(1).startsWith(equity.getFirst().split(",", -1)[0])
                            && Double.parseDouble(bars.get(1 + entry).split(",", -1)[1])
                                    == Double.parseDouble(trade[3])) {
                        return folder + "/" + file.getFileName();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("no series in ../shared/data has the prices of " + name);
    }

    /** Whether it trades seven days a week, as backtesting.py concludes it: by the weekends among the bars. */
    boolean everyDay() {
        return rows("equity").stream()
                .anyMatch(row ->
                        LocalDate.parse(row.split(",", -1)[0]).getDayOfWeek().getValue() > 5);
    }

    /** Asserts that the result has the same trades, equity and statistics. */
    void assertReproduced(BacktestResult result) {
        assertTrades(result.trades());
        assertEquity(result);
        KEYS.forEach((theirs, ours) -> {
            if (stats.has(theirs)) {
                double scale = theirs.endsWith("[%]") ? 100 : 1;
                double sign = ours.endsWith("_drawdown") ? -1 : 1;
                assertClose(
                        ours,
                        result.statistics().get(ours).orElseThrow(),
                        sign * stats.get(theirs).asDouble() / scale);
            }
        });
        assertThat(result.statistics().get("start"))
                .hasValue((double) millis(stats.get("Start").asText()));
        assertThat(result.statistics().get("end"))
                .hasValue((double) millis(stats.get("End").asText()));
        assertDurations(result);
    }

    // Theirs are calendar days, means rounded up to whole days; a fall that begins with the last bar is not among
    // theirs.
    private void assertDurations(BacktestResult result) {
        double[] drawdowns = DrawdownTable.of(result.equity()).stream()
                .filter(drawdown -> drawdown.bars() > 1)
                .mapToDouble(drawdown -> days(drawdown, result))
                .toArray();
        assertThat(max(drawdowns)).as("longest drawdown").isEqualTo(days("Max. Drawdown Duration"));
        assertThat(Math.ceil(mean(drawdowns))).as("mean drawdown").isEqualTo(days("Avg. Drawdown Duration"));
        double[] trades = result.trades().stream()
                .mapToDouble(trade -> (trade.exitTime() - trade.entryTime()) / MILLIS_PER_DAY)
                .toArray();
        assertThat(max(trades)).as("longest trade").isEqualTo(days("Max. Trade Duration"));
        assertThat(Math.ceil(mean(trades))).as("mean trade").isEqualTo(days("Avg. Trade Duration"));
        if (everyDay()) {
            // Daily bars without a gap: days are bars.
            assertThat(result.statistics().get("max_drawdown_bars")).hasValue(days("Max. Drawdown Duration"));
            assertThat(Math.ceil(result.statistics().get("avg_drawdown_bars").orElseThrow()))
                    .isEqualTo(days("Avg. Drawdown Duration"));
            assertThat(result.statistics().get("max_trade_bars")).hasValue(days("Max. Trade Duration"));
            assertThat(Math.ceil(result.statistics().get("avg_trade_bars").orElseThrow()))
                    .isEqualTo(days("Avg. Trade Duration"));
        }
    }

    // Size,EntryBar,ExitBar,EntryPrice,ExitPrice,SL,TP,PnL,Commission,ReturnPct,EntryTime,ExitTime,...
    private void assertTrades(List<RoundTrip> trades) {
        List<String> rows = rows("trades");
        assertThat(trades).hasSize(rows.size());
        for (int i = 0; i < trades.size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            RoundTrip trade = trades.get(i);
            String where = "trade " + i + " ";
            assertThat(trade.isLong() ? trade.units() : -trade.units())
                    .as(where + "size")
                    .isEqualTo(Double.parseDouble(cells[0]));
            assertThat(trade.bars())
                    .as(where + "bars")
                    .isEqualTo(Integer.parseInt(cells[2]) - Integer.parseInt(cells[1]));
            assertClose(where + "entry", trade.entryPrice(), Double.parseDouble(cells[3]));
            assertClose(where + "exit", trade.exitPrice(), Double.parseDouble(cells[4]));
            assertClose(where + "pnl", trade.pnl(), Double.parseDouble(cells[7]));
            assertClose(where + "fees", trade.fees(), Double.parseDouble(cells[8]));
            assertClose(where + "return", trade.returnFraction(), Double.parseDouble(cells[9]));
            assertThat(trade.entryTime()).as(where + "entry time").isEqualTo(millis(cells[10]));
            assertThat(trade.exitTime()).as(where + "exit time").isEqualTo(millis(cells[11]));
        }
    }

    private void assertEquity(BacktestResult result) {
        List<String> rows = rows("equity");
        assertThat(result.equity().size()).isEqualTo(rows.size());
        for (int i = 0; i < result.equity().size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            assertThat(result.equity().time(i)).isEqualTo(millis(cells[0]));
            double expected = Double.parseDouble(cells[1]);
            assertThat(result.equity().value(i))
                    .as("equity of " + cells[0])
                    .isCloseTo(expected, within(SAME * Math.abs(expected)));
        }
    }

    private static double days(Drawdown drawdown, BacktestResult result) {
        long end =
                drawdown.recovery().orElse(result.equity().time(result.equity().size() - 1));
        return (end - drawdown.start()) / MILLIS_PER_DAY;
    }

    private double days(String key) {
        String text = stats.get(key).asText();
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    private List<String> rows(String kind) {
        return SharedData.lines(SharedData.path(FOLDER + "/" + name + "_" + kind + ".csv")).stream()
                .skip(1)
                .filter(row -> !row.isBlank())
                .toList();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElse(Double.NaN);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    private static long millis(String day) {
        return LocalDate.parse(day.substring(0, 10))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(SAME * Math.max(1e-3, Math.abs(expected))));
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(SharedData.text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Exposure Time [%]", "exposure");
        keys.put("Return [%]", "total_return");
        keys.put("Buy & Hold Return [%]", "buy_hold_return");
        keys.put("Return (Ann.) [%]", "annualized_return");
        keys.put("Volatility (Ann.) [%]", "annualized_volatility_compounded");
        keys.put("CAGR [%]", "cagr");
        keys.put("Alpha [%]", "alpha");
        keys.put("Max. Drawdown [%]", "max_drawdown");
        keys.put("Avg. Drawdown [%]", "avg_drawdown");
        keys.put("Win Rate [%]", "win_rate");
        keys.put("Best Trade [%]", "best_trade");
        keys.put("Worst Trade [%]", "worst_trade");
        keys.put("Avg. Trade [%]", "avg_trade");
        keys.put("Expectancy [%]", "expectancy");
        keys.put("Equity Final [$]", "final_equity");
        keys.put("Equity Peak [$]", "peak_equity");
        keys.put("Commissions [$]", "fees");
        keys.put("# Trades", "trades");
        keys.put("Sharpe Ratio", "sharpe_ratio_geometric");
        keys.put("Sortino Ratio", "sortino_ratio_geometric");
        keys.put("Calmar Ratio", "calmar_ratio");
        keys.put("Beta", "beta");
        keys.put("Profit Factor", "profit_factor_by_return");
        keys.put("SQN", "sqn");
        keys.put("Kelly Criterion", "kelly");
        return keys;
    }

    @Override
    public String toString() {
        return name;
    }
}
