package io.quantloom.engine.backtest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.rerun.Neighbor;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.PeriodReturn;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.portfolio.RoundTrip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SanityAlarmsTest {

    private static final double PER_YEAR = 100;

    private final Map<String, OptionalDouble> values = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<RoundTrip> trades = new ArrayList<>();
    private double[] equity = new double[150];
    private OptionalLong unseenFrom = OptionalLong.empty();
    private Optional<String> whyIdle = Optional.empty();
    private Optional<CostFrontier> frontier = Optional.empty();
    private Optional<PerturbationScore> perturbation = Optional.empty();
    private List<PeriodReturn> months = List.of();
    private long ambiguousBars;

    SanityAlarmsTest() {
        java.util.Arrays.fill(equity, 100);
        put("buy_hold_return", 0.1);
        put("total_return", 0.2);
    }

    @Test
    void isSilentAboutAnOrdinaryBacktest() {
        trades(20, 10, 20, -8);
        put("sharpe_ratio", 1.2);
        put("annualized_return", 0.3);
        put("win_rate", 0.5);

        assertThat(findings()).isEmpty();
    }

    @Test
    void tellsThatTheStrategyWasNeverWarm() {
        values.put("buy_hold_return", OptionalDouble.empty());

        assertThat(sentence(SanityAlarm.NO_TRADES)).contains("never warm", "150 bars");
    }

    @Test
    void tellsThatTheCashBuysNoLot() {
        notes.put("trades", "7 orders were not sent: the cash buys no lot");

        assertThat(sentence(SanityAlarm.NO_TRADES)).contains("7 orders were not sent: the cash buys no lot");
    }

    @Test
    void tellsThatAThresholdWasNeverReached() {
        whyIdle = Optional.of("the highest probability is 0.57, below the threshold of 0.6");

        assertThat(sentence(SanityAlarm.NO_TRADES))
                .isEqualTo("Nothing was traded: the highest probability is 0.57, below the threshold of 0.6.");
    }

    @Test
    void doubtsASharpeRatioNoMarketGives() {
        trades(20, 10, 20, -8);
        put("sharpe_ratio", 5.5);
        assertThat(sentence(SanityAlarm.IMPOSSIBLE_SHARPE)).contains("5.50");

        // Within a year luck can do it.
        equity = new double[90];
        java.util.Arrays.fill(equity, 100);
        assertThat(findings()).isEmpty();
    }

    @Test
    void doubtsTenfoldGrowthAYear() {
        trades(20, 10, 20, -8);
        put("annualized_return", 11);

        assertThat(sentence(SanityAlarm.IMPOSSIBLE_GROWTH)).contains("12.0-fold");
    }

    @Test
    void doubtsTwoYearsWithoutALosingMonth() {
        trades(20, 10, 20, -8);
        months = months(26, 0.01);
        assertThat(sentence(SanityAlarm.NO_LOSING_MONTH)).contains("24 months");

        months = new ArrayList<>(months);
        months.set(5, new PeriodReturn(LocalDate.of(2020, 6, 1), -0.001, 20));
        assertThat(findings()).isEmpty();
    }

    @Test
    void doubtsTradesThatNearlyAllWin() {
        trades(40, 1, 1, -8);
        put("win_rate", 40 / 41.0);

        assertThat(sentence(SanityAlarm.IMPOSSIBLE_WIN_RATE)).contains("97.6 %", "41 trades");
    }

    @Test
    void findsTheOneTradeThatMadeTheProfit() {
        // 100 doubles to 200 and loses 2 each 39 times: 122. Without it 0.61 of the start would be left.
        trades(1, 100, 39, -2);

        assertThat(sentence(SanityAlarm.ONE_TRADE_PROFIT))
                .contains("One trade of 40", "by 100.0 %", "39.0 % lower than it began");

        trades.clear();
        trades(2, 100, 39, -2);
        assertThat(findings()).isEmpty();
    }

    @Test
    void wantsThirtyTrades() {
        trades(15, 10, 14, -8);

        assertThat(sentence(SanityAlarm.FEW_TRADES)).startsWith("29 trades are too few");
    }

    @Test
    void countsAmbiguousBarsAgainstTheTrades() {
        trades(20, 10, 20, -8);
        ambiguousBars = 2;
        assertThat(findings()).isEmpty();

        ambiguousBars = 3;
        assertThat(sentence(SanityAlarm.AMBIGUOUS_BARS)).contains("In 3 bars", "7.5 % of the trades");
    }

    @Test
    void reportsRuin() {
        trades(20, 10, 20, -8);
        equity[149] = -3;

        assertThat(sentence(SanityAlarm.RUINED)).contains("-3.00");
    }

    @Test
    void comparesSeenWithUnseenBars() {
        trades(20, 10, 20, -8);
        // Gains of 2 % and losses of 1 % in turn up to bar 100, the reverse from there.
        for (int i = 1; i < equity.length; i++) {
            double up = i < 100 ? 0.02 : 0.01;
            double down = i < 100 ? 0.01 : 0.02;
            equity[i] = equity[i - 1] * (i % 2 == 0 ? 1 + up : 1 - down);
        }
        unseenFrom = OptionalLong.of(100 * Bars.HOUR);

        assertThat(sentence(SanityAlarm.OUT_OF_SAMPLE_DECAY)).contains("only the second counts");

        unseenFrom = OptionalLong.of(140 * Bars.HOUR);
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsWhatACostOrABarTakesAway() {
        trades(20, 10, 20, -8);
        frontier = Optional.of(new CostFrontier(
                List.of(0.0, 0.001),
                List.of(0.0),
                List.of(0, 1),
                0,
                0,
                List.of(point(0, 0, 0.2), point(0.001, 0, 0.05), point(0, 1, -0.1), point(0.001, 1, -0.2))));

        assertThat(sentence(SanityAlarm.COST_SENSITIVE))
                .isEqualTo("The profit is gone (-10.0 %) with a fee of 0.00 % and decisions a bar late.");
    }

    @Test
    void findsALuckySetting() {
        trades(20, 10, 20, -8);
        var center = new Neighbor(Map.of(), 2, 0.2, 40);
        perturbation = Optional.of(new PerturbationScore(center, 0.25, 0.1, -1, List.of(center, center)));

        assertThat(sentence(SanityAlarm.LUCKY_PARAMETERS)).contains("25 % of 2 neighboring settings");
    }

    @Test
    void tellsTheGravestFirst() {
        trades(1, 100, 3, -2);
        equity[149] = 0;

        assertThat(findings())
                .extracting(SanityFinding::alarm)
                .containsExactly(SanityAlarm.RUINED, SanityAlarm.ONE_TRADE_PROFIT, SanityAlarm.FEW_TRADES);
    }

    private String sentence(SanityAlarm alarm) {
        List<SanityFinding> findings = findings();
        assertThat(findings).extracting(SanityFinding::alarm).containsExactly(alarm);
        return findings.getFirst().sentence();
    }

    private List<SanityFinding> findings() {
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * Bars.HOUR;
        }
        var result = new BacktestResult(
                Optional.empty(),
                "test",
                Bars.HOURLY,
                new Statistics(values, notes),
                trades,
                List.of(),
                EquityCurve.of(100, times, equity),
                Certificate.none("of a test"),
                unseenFrom,
                Optional.empty());
        return SanityAlarms.of(
                new SanityEvidence(result, PER_YEAR, months, ambiguousBars, whyIdle, frontier, perturbation));
    }

    private void put(String key, double value) {
        values.put(key, OptionalDouble.of(value));
    }

    private void trades(int wins, double win, int losses, double loss) {
        for (int i = 0; i < wins + losses; i++) {
            double pnl = i < wins ? win : loss;
            trades.add(new RoundTrip(true, 1, 0, 100, 1, 100 + pnl, pnl, 0, pnl / 100, 1, 0, 0, FillReason.SIGNAL));
        }
    }

    private static CostPoint point(double fee, int delay, double totalReturn) {
        return new CostPoint(fee, 0, delay, 1, totalReturn, 10);
    }

    private static List<PeriodReturn> months(int count, double fraction) {
        List<PeriodReturn> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(new PeriodReturn(LocalDate.of(2020, 1, 1).plusMonths(i), fraction, 20));
        }
        return months;
    }
}
