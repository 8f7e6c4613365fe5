package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows that no reference file covers, hand-worked; the others are checked against backtesting.py and empyrical. */
class StatisticsTableTest {

    private static final double ROUNDING = 1e-12;
    private static final Annualization FOUR_A_YEAR = new Annualization(4, "N = 4 bars a year, of a test");

    @Test
    void hasEveryRowInTheOrderOfTheTable() {
        Statistics statistics = table(track(List.of(), 100, 110, 99));

        assertThat(statistics.values().keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Statistic.values()).map(Statistic::key).toList());
    }

    @Test
    void addsUpFeesSlippageAndTurnover() {
        List<Fill> fills = List.of(fill(OrderSide.BUY, 10, 5, 0.5, 0.1), fill(OrderSide.SELL, 10, 6, 0.6, 0.2));
        var track = new TrackRecord(Bars.flat(1, 1, 1), 0, curve(100, 110, 90), List.of(), fills, -3, 0);

        Statistics statistics = table(track);

        assertValue(statistics, "fees", 1.1);
        assertValue(statistics, "slippage", 0.3);
        assertValue(statistics, "funding", -3);
        // Notional 50 + 60 = 110, mean equity 100, 2 of 4 bars a year = 0.5 years.
        assertValue(statistics, "turnover", 2.2);
    }

    @Test
    void countsTheBarsOfAllTradesOnceForExposure() {
        // Bars 1 to 2 and, turned at the open of bar 2, 2 to 3: three of five bars.
        List<RoundTrip> trades = List.of(trade(1, 2, 10), trade(2, 3, -5));

        assertValue(table(track(trades, 100, 100, 100, 100, 100)), "exposure", 0.6);
    }

    @Test
    void measuresProfitFactorInMoney() {
        List<RoundTrip> trades = List.of(trade(0, 1, 30), trade(1, 2, -10), trade(2, 3, -5));

        Statistics statistics = table(track(trades, 100, 130, 120, 115));

        assertValue(statistics, "profit_factor", 2);
        assertValue(statistics, "win_rate", 1 / 3.0);
        // 1/3 − 2/3 / (30 / 7.5)
        assertValue(statistics, "kelly", 1 / 6.0);
    }

    @Test
    void saysWhyAValueIsMissing() {
        Statistics statistics = table(track(List.of(), 100, 100, 100));

        assertMissing(statistics, "sharpe_ratio", "the returns do not vary; N = 4 bars a year, of a test");
        assertMissing(statistics, "calmar_ratio", "no drawdown; N = 4 bars a year, of a test");
        assertMissing(statistics, "sortino_ratio", "no bar lost; N = 4 bars a year, of a test");
        assertMissing(statistics, "win_rate", "no finished trade");
        assertMissing(statistics, "beta", "the market does not vary");
        assertMissing(statistics, "deflated_sharpe", "the returns do not vary; 1 trial");
    }

    @Test
    void namesBarsPerYearWithEveryStatisticThatUsesThem() {
        Statistics statistics = table(track(List.of(), 100, 110, 90, 120));

        for (String key : List.of(
                "annualized_return",
                "annualized_volatility",
                "sharpe_ratio",
                "sortino_ratio",
                "annualized_volatility_compounded",
                "sharpe_ratio_geometric",
                "sortino_ratio_geometric",
                "calmar_ratio",
                "turnover")) {
            assertThat(statistics.get(key)).as(key).isPresent();
            assertThat(statistics.notes().get(key)).as(key).isEqualTo("N = 4 bars a year, of a test");
        }
    }

    @Test
    void leavesReturnsOfARuinedAccountEmpty() {
        Statistics statistics = table(track(List.of(trade(0, 1, -110)), 100, -10));

        assertValue(statistics, "final_equity", -10);
        assertValue(statistics, "trades", 1);
        for (String key : List.of("total_return", "sharpe_ratio", "max_drawdown", "alpha", "deflated_sharpe")) {
            assertThat(statistics.get(key)).as(key).isEmpty();
            assertThat(statistics.notes().get(key)).as(key).startsWith("ruined: equity -10.0 after the bar of 1970");
        }
    }

    @Test
    void measuresOneBarWithoutFailing() {
        Statistics statistics = table(track(List.of(), 100));

        assertValue(statistics, "total_return", 0);
        assertMissing(statistics, "cagr", "it takes at least two bars");
    }

    @Test
    void buyAndHoldBeginsWhereTheIndicatorsAreDefined() {
        var track = new TrackRecord(Bars.flat(1, 4, 5), 1, curve(100, 100, 101), List.of(), List.of(), 0, 0);

        // 5 / 4 − 1
        assertValue(table(track), "buy_hold_return", 0.25);
    }

    @Test
    void reportsOrdersThatWereNotSent() {
        var track = new TrackRecord(Bars.flat(1, 1), 0, curve(100, 100), List.of(), List.of(), 0, 7);

        assertThat(table(track).notes().get("trades")).isEqualTo("7 orders were not sent: the cash buys no lot");
    }

    @Test
    void takesBarsPerYearFromTheCalendar() {
        Annualization hourly = Annualization.of(Bars.instrument(1, false), Timeframe.HOUR);

        assertThat(hourly.barsPerYear()).isEqualTo(8760);
        assertThat(hourly.note()).isEqualTo("N = 8760 bars a year, calendar crypto-24x7 (set by a test)");
    }

    private static Statistics table(TrackRecord track) {
        return StatisticsTable.of(track, FOUR_A_YEAR, Trials.single());
    }

    private static TrackRecord track(List<RoundTrip> trades, double... equity) {
        double[] prices = new double[equity.length];
        Arrays.fill(prices, 10);
        BarSeries bars = Bars.flat(prices);
        return new TrackRecord(bars, 0, curve(equity), trades, List.of(), 0, 0);
    }

    private static EquityCurve curve(double... equity) {
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * Bars.HOUR;
        }
        return EquityCurve.of(equity[0], times, equity);
    }

    private static RoundTrip trade(int entryBar, int exitBar, double pnl) {
        return new RoundTrip(
                true,
                1,
                entryBar * Bars.HOUR,
                100,
                exitBar * Bars.HOUR,
                100 + pnl,
                pnl,
                0,
                pnl / 100,
                exitBar - entryBar,
                0,
                0,
                FillReason.SIGNAL);
    }

    private static Fill fill(OrderSide side, long units, double price, double fee, double slippage) {
        return new Fill(0, side, units, units, price, fee, slippage, FillReason.ENTRY);
    }

    private static void assertValue(Statistics statistics, String key, double expected) {
        assertThat(statistics.get(key).orElseThrow()).as(key).isCloseTo(expected, within(ROUNDING));
    }

    private static void assertMissing(Statistics statistics, String key, String note) {
        assertThat(statistics.get(key)).as(key).isEmpty();
        assertThat(statistics.notes().get(key)).as(key).isEqualTo(note);
    }
}
