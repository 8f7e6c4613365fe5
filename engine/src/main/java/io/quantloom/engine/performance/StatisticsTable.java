package io.quantloom.engine.performance;

import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.portfolio.RoundTrip;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Fills the whole table of contracts.md from a track record. E[0] is the starting cash, E[i] the equity after bar i
 * (bars counted from 0, n = bars − 1), {@code R[i] = E[i] / E[i−1] − 1}.
 *
 * <p>A value that is undefined or infinite is empty, with the reason in the notes. For a ruined account everything that
 * is measured on returns is empty; amounts and trade statistics up to the ruin stand.
 */
public final class StatisticsTable {

    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double TAIL = 0.05;

    private final TrackRecord track;
    private final Annualization annualization;
    private final Trials trials;
    private final double[] equity;
    private final double[] returns;
    private final ReturnDistribution.Moments moments;
    private double[] logReturns = {};
    private final Map<Statistic, OptionalDouble> values = new EnumMap<>(Statistic.class);
    private final Map<Statistic, String> notes = new EnumMap<>(Statistic.class);

    private StatisticsTable(TrackRecord track, Annualization annualization, Trials trials) {
        this.track = track;
        this.annualization = annualization;
        this.trials = trials;
        this.equity = track.equity().values();
        this.equity[0] = track.equity().startingCash();
        this.returns = ReturnStatistics.of(equity);
        this.moments = ReturnDistribution.moments(returns);
    }

    /**
     * Computes the table.
     *
     * @param track what happened
     * @param annualization bars per year
     * @param trials what {@code deflated_sharpe} is deflated by
     */
    public static Statistics of(TrackRecord track, Annualization annualization, Trials trials) {
        var table = new StatisticsTable(track, annualization, trials);
        table.amounts();
        table.trades();
        if (track.isRuined()) {
            table.ruin();
        } else {
            table.growth();
            table.risk();
            table.distribution();
            table.market();
            table.significance();
        }
        return table.statistics();
    }

    private void amounts() {
        EquityCurve curve = track.equity();
        int last = equity.length - 1;
        put(Statistic.START, (double) curve.time(0));
        put(Statistic.END, (double) curve.time(last));
        put(Statistic.BARS, equity.length);
        put(Statistic.FINAL_EQUITY, equity[last]);
        double peak = equity[0];
        for (double value : equity) {
            peak = Math.max(peak, value);
        }
        put(Statistic.PEAK_EQUITY, peak);
        put(Statistic.FEES, track.fills().stream().mapToDouble(Fill::fee).sum());
        put(
                Statistic.SLIPPAGE,
                track.fills().stream().mapToDouble(Fill::slippage).sum());
        put(Statistic.FUNDING, track.fundingPaid());
        put(Statistic.BORROW, track.borrowPaid());
        put(Statistic.TRADES, track.trades().size());
        put(Statistic.AMBIGUOUS_BARS, (double) track.ambiguousBars());
        if (track.unsentOrders() > 0) {
            note(Statistic.TRADES, track.unsentOrders() + " orders were not sent: the cash buys no lot");
        }
    }

    private void trades() {
        List<RoundTrip> trades = track.trades();
        put(Statistic.EXPOSURE, exposure());
        put(Statistic.MAX_DRAWDOWN_BARS, DrawdownStatistics.maxDrawdownBars(equity));
        String none = "no finished trade";
        put(Statistic.WIN_RATE, TradeStatistics.winRate(trades), none);
        put(Statistic.BEST_TRADE, TradeStatistics.best(trades), none);
        put(Statistic.WORST_TRADE, TradeStatistics.worst(trades), none);
        put(Statistic.EXPECTANCY, TradeStatistics.meanReturn(trades), none);
        put(Statistic.MAX_TRADE_BARS, TradeStatistics.maxBars(trades), none);
        put(Statistic.AVG_TRADE_BARS, TradeStatistics.meanBars(trades), none);
        if (trades.isEmpty()) {
            for (Statistic statistic : List.of(
                    Statistic.AVG_TRADE,
                    Statistic.PROFIT_FACTOR,
                    Statistic.PROFIT_FACTOR_BY_RETURN,
                    Statistic.SQN,
                    Statistic.KELLY)) {
                putEmpty(statistic, none);
            }
            return;
        }
        put(
                Statistic.AVG_TRADE,
                TradeStatistics.geometricMeanReturn(trades),
                "a trade lost all of its notional or more");
        put(Statistic.PROFIT_FACTOR, TradeStatistics.profitFactor(trades), "no trade lost");
        put(Statistic.PROFIT_FACTOR_BY_RETURN, TradeStatistics.profitFactorByReturn(trades), "no trade lost");
        put(
                Statistic.SQN,
                TradeStatistics.systemQuality(trades),
                trades.size() == 1 ? "only one trade" : "the trades' pnl does not vary");
        put(Statistic.KELLY, TradeStatistics.kelly(trades), "it takes a winning and a losing trade");
    }

    private void ruin() {
        int last = equity.length - 1;
        String reason = "ruined: equity " + equity[last] + " after the bar of "
                + Instant.ofEpochMilli(track.equity().time(last));
        for (Statistic statistic : Statistic.values()) {
            if (!values.containsKey(statistic)) {
                putEmpty(statistic, reason);
            }
        }
    }

    private void growth() {
        int n = returns.length;
        double growth = equity[n] / equity[0];
        double perYear = annualization.barsPerYear();
        put(Statistic.TOTAL_RETURN, growth - 1);
        String tooShort = "it takes at least two bars";
        putAnnual(Statistic.ANNUALIZED_RETURN, ReturnStatistics.annualizedReturn(growth, n, perYear), tooShort);
        double days = (track.equity().time(n) - track.equity().time(0)) / MILLIS_PER_DAY;
        put(Statistic.CAGR, ReturnStatistics.annualizedReturn(growth, days, DAYS_PER_YEAR), tooShort);
        putAnnual(
                Statistic.ANNUALIZED_VOLATILITY,
                ReturnStatistics.annualizedVolatility(returns, perYear),
                "it takes at least three bars");
        putAnnual(
                Statistic.ANNUALIZED_VOLATILITY_COMPOUNDED,
                ReturnStatistics.compoundedVolatility(returns, growth, perYear),
                "it takes at least three bars");
    }

    private void risk() {
        double perYear = annualization.barsPerYear();
        double annualReturn = raw(Statistic.ANNUALIZED_RETURN);
        putAnnual(Statistic.SHARPE_RATIO, ReturnStatistics.sharpeRatio(returns, perYear), noVariance());
        String noLoss = "no bar lost";
        double downside = ReturnStatistics.downsideRisk(returns, perYear);
        putAnnual(Statistic.SORTINO_RATIO, ReturnStatistics.sortinoRatio(returns, perYear), noLoss);
        putAnnual(
                Statistic.SHARPE_RATIO_GEOMETRIC,
                annualReturn / raw(Statistic.ANNUALIZED_VOLATILITY_COMPOUNDED),
                noVariance());
        putAnnual(Statistic.SORTINO_RATIO_GEOMETRIC, annualReturn / downside, noLoss);
        double drawdown = DrawdownStatistics.maxDrawdown(equity);
        put(Statistic.MAX_DRAWDOWN, drawdown);
        putAnnual(Statistic.CALMAR_RATIO, annualReturn / drawdown, "no drawdown");
        DrawdownStatistics.Averages averages = DrawdownStatistics.averages(equity);
        put(Statistic.AVG_DRAWDOWN, averages.depth(), "no drawdown");
        put(Statistic.AVG_DRAWDOWN_BARS, averages.bars(), "no drawdown");
        putAnnual(Statistic.TURNOVER, turnover(), "it takes at least two bars");
    }

    private void distribution() {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        String tooShort = "it takes at least two bars";
        put(Statistic.SKEWNESS, moments.sampleSkewness(), noShape(3));
        put(Statistic.KURTOSIS, moments.sampleExcessKurtosis(), noShape(4));
        put(Statistic.VALUE_AT_RISK, ReturnDistribution.quantileOfSorted(sorted, TAIL), tooShort);
        put(
                Statistic.CONDITIONAL_VALUE_AT_RISK,
                ReturnDistribution.conditionalValueAtRiskOfSorted(sorted, TAIL),
                tooShort);
        put(
                Statistic.TAIL_RATIO,
                ReturnDistribution.tailRatioOfSorted(sorted),
                sorted.length == 0 ? tooShort : "the 5 % quantile is 0");
        put(Statistic.STABILITY, ReturnDistribution.stabilityOfLogs(logReturns()), noVariance());
    }

    private void market() {
        int last = equity.length - 1;
        double buyAndHold = track.firstDefined() > last
                ? Double.NaN
                : track.bars().close(last) / track.bars().close(track.firstDefined()) - 1;
        put(Statistic.BUY_HOLD_RETURN, buyAndHold, "the indicators are undefined on every bar");
        double beta = beta();
        put(Statistic.BETA, beta, "the market does not vary");
        put(Statistic.ALPHA, raw(Statistic.TOTAL_RETURN) - beta * buyAndHold, "beta or buy_hold_return is undefined");
    }

    private void significance() {
        put(Statistic.PROBABILISTIC_SHARPE, SharpeSignificance.against(returns, moments, 0), noVariance());
        double expectedMaximum = SharpeSignificance.expectedMaximum(trials);
        boolean spreadUnknown = Double.isNaN(expectedMaximum);
        put(
                Statistic.DEFLATED_SHARPE,
                SharpeSignificance.against(returns, moments, expectedMaximum),
                spreadUnknown
                        ? "fewer than two of " + trials.count() + " trials have a Sharpe ratio: their spread is unknown"
                        : noVariance());
        note(Statistic.DEFLATED_SHARPE, trials.count() == 1 ? "1 trial" : trials.count() + " trials");
    }

    private String noVariance() {
        return returns.length < 2 ? "it takes at least three bars" : "the returns do not vary";
    }

    private String noShape(int returnsNeeded) {
        return returns.length < returnsNeeded
                ? "it takes at least " + (returnsNeeded + 1) + " bars"
                : "the returns do not vary";
    }

    private double exposure() {
        EquityCurve curve = track.equity();
        int covered = 0;
        int next = 0;
        for (RoundTrip trade : track.trades()) {
            while (next < equity.length && curve.time(next) < trade.entryTime()) {
                next++;
            }
            while (next < equity.length && curve.time(next) <= trade.exitTime()) {
                next++;
                covered++;
            }
        }
        return (double) covered / equity.length;
    }

    private double turnover() {
        double notional = track.fills().stream()
                .mapToDouble(fill -> fill.units() * fill.price())
                .sum();
        double years = returns.length / annualization.barsPerYear();
        return notional / ReturnStatistics.mean(equity) / years;
    }

    private double beta() {
        int n = returns.length;
        double[] own = logReturns();
        double[] market = new double[n];
        for (int i = 0; i < n; i++) {
            market[i] = Math.log(track.bars().close(i + 1) / track.bars().close(i));
        }
        double ownMean = ReturnStatistics.mean(own);
        double marketMean = ReturnStatistics.mean(market);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            covariance += (own[i] - ownMean) * (market[i] - marketMean);
            variance += (market[i] - marketMean) * (market[i] - marketMean);
        }
        return covariance / variance;
    }

    private double[] logReturns() {
        if (logReturns.length == 0) {
            logReturns = new double[returns.length];
            for (int i = 0; i < logReturns.length; i++) {
                logReturns[i] = Math.log(equity[i + 1] / equity[i]);
            }
        }
        return logReturns;
    }

    private double raw(Statistic statistic) {
        OptionalDouble value = values.getOrDefault(statistic, OptionalDouble.empty());
        return value.orElse(Double.NaN);
    }

    private void put(Statistic statistic, double value) {
        values.put(statistic, OptionalDouble.of(value));
    }

    private void put(Statistic statistic, double value, String whyEmpty) {
        if (Double.isFinite(value)) {
            put(statistic, value);
        } else {
            putEmpty(statistic, whyEmpty);
        }
    }

    private void putAnnual(Statistic statistic, double value, String whyEmpty) {
        put(statistic, value, whyEmpty);
        note(statistic, annualization.note());
    }

    private void putEmpty(Statistic statistic, String reason) {
        values.put(statistic, OptionalDouble.empty());
        note(statistic, reason);
    }

    private void note(Statistic statistic, String text) {
        notes.merge(statistic, text, (before, more) -> before + "; " + more);
    }

    private Statistics statistics() {
        Map<String, OptionalDouble> byKey = new LinkedHashMap<>();
        Map<String, String> noteByKey = new LinkedHashMap<>();
        values.forEach((statistic, value) -> byKey.put(statistic.key(), value));
        notes.forEach((statistic, text) -> noteByKey.put(statistic.key(), text));
        return new Statistics(byKey, noteByKey);
    }
}
