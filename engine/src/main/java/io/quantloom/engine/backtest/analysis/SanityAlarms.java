package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.resampling.SimulatePaths;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.PeriodReturn;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for signs that a backtest is no evidence. Pure functions. The thresholds:
 *
 * <ul>
 *   <li>Sharpe above {@value #HIGHEST_SHARPE} over more than a year: the best fund on record made about 2 a year before its
 *       fees (B. Cornell, Medallion Fund: The Ultimate Counterexample?, 2020: 66 % a year at 32 %).
 *   <li>More than {@value #HIGHEST_GROWTH} of annualized return (tenfold) over more than a year: 10,000 would be a billion
 *       in five.
 *   <li>{@value #MONTHS} whole months and none of them lost: at a Sharpe of 3, {@code Φ(−3 / √12)} = 19 % of months lose,
 *       and 24 without one have a probability of 0.6 %.
 *   <li>More than {@value #HIGHEST_WIN_RATE} of at least {@value #FEWEST_TRADES} trades won: losses are not taken but
 *       carried, or the future is known.
 *   <li>Fewer than {@value #FEWEST_TRADES} trades: the usual least sample for a mean.
 *   <li>Ambiguous bars above {@value #MOST_AMBIGUOUS} of the trades: the pessimistic order assumed in them then moves the
 *       result as much as an edge of a few percent.
 *   <li>Out of sample below half of the in-sample Sharpe and lower by more than {@value #DECAY}, with at least
 *       {@value #FEWEST_BARS} bars on either side.
 * </ul>
 */
public final class SanityAlarms {

    private static final double HIGHEST_SHARPE = 5;
    private static final double HIGHEST_GROWTH = 9;
    private static final int MONTHS = 24;
    private static final double HIGHEST_WIN_RATE = 0.95;
    private static final int FEWEST_TRADES = 30;
    private static final double MOST_AMBIGUOUS = 0.05;
    private static final double DECAY = 0.5;
    private static final int FEWEST_BARS = 30;
    private static final double HALF = 0.5;

    private final SanityEvidence evidence;
    private final BacktestResult result;
    private final List<SanityFinding> findings = new ArrayList<>();

    private SanityAlarms(SanityEvidence evidence) {
        this.evidence = evidence;
        this.result = evidence.result();
    }

    /** Returns what should be looked into, gravest first; empty when nothing is suspicious. */
    public static List<SanityFinding> of(SanityEvidence evidence) {
        var alarms = new SanityAlarms(evidence);
        if (evidence.result().isRuined()) {
            alarms.ruin();
        }
        if (evidence.result().trades().isEmpty()) {
            alarms.idle();
        } else {
            alarms.trades();
        }
        alarms.returns();
        alarms.outOfSample();
        alarms.robustness();
        alarms.findings.sort(Comparator.comparing(SanityFinding::alarm));
        return List.copyOf(alarms.findings);
    }

    private void ruin() {
        EquityCurve equity = result.equity();
        int last = equity.size() - 1;
        find(
                SanityAlarm.RUINED,
                String.format(
                        Locale.ROOT,
                        "Equity fell to %.2f and the account ended there: the leverage or the size of the trades is"
                                + " too large for this market.",
                        equity.value(last)));
    }

    private void idle() {
        String unsent = unsentOrders();
        if (!unsent.isEmpty()) {
            find(SanityAlarm.NO_TRADES, String.format(Locale.ROOT, "Nothing was traded: %s.", unsent));
        } else if (result.statistics().get("buy_hold_return").isEmpty() && !result.isRuined()) {
            find(
                    SanityAlarm.NO_TRADES,
                    String.format(
                            Locale.ROOT,
                            "Nothing was traded: the strategy was never warm, its indicators are undefined on all %d"
                                    + " bars.",
                            result.equity().size()));
        } else if (!result.fills().isEmpty()) {
            find(SanityAlarm.NO_TRADES, "No trade was finished: the only position is still open at the end.");
        } else {
            find(
                    SanityAlarm.NO_TRADES,
                    String.format(
                            Locale.ROOT,
                            "Nothing was traded: %s.",
                            evidence.whyIdle().orElse("the strategy never asked for a position")));
        }
    }

    private void trades() {
        List<RoundTrip> trades = result.trades();
        String unsent = unsentOrders();
        if (!unsent.isEmpty()) {
            find(SanityAlarm.UNSENT_ORDERS, String.format(Locale.ROOT, "Some decisions had no effect: %s.", unsent));
        }
        if (trades.size() < FEWEST_TRADES) {
            find(
                    SanityAlarm.FEW_TRADES,
                    String.format(
                            Locale.ROOT,
                            "%d trades are too few to tell skill from luck; %d are the least.",
                            trades.size(),
                            FEWEST_TRADES));
        }
        double ambiguous = (double) evidence.ambiguousBars() / trades.size();
        if (ambiguous > MOST_AMBIGUOUS) {
            find(
                    SanityAlarm.AMBIGUOUS_BARS,
                    String.format(
                            Locale.ROOT,
                            "In %d bars stop and target were both touched, %.1f %% of the trades: their order is"
                                    + " assumed, finer bars would know it.",
                            evidence.ambiguousBars(),
                            100 * ambiguous));
        }
        double winRate = value("win_rate");
        if (trades.size() >= FEWEST_TRADES && winRate > HIGHEST_WIN_RATE) {
            find(
                    SanityAlarm.IMPOSSIBLE_WIN_RATE,
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of %d trades won: losses are carried instead of taken, or a decision knows the"
                                    + " future.",
                            100 * winRate,
                            trades.size()));
        }
        oneTrade(trades);
    }

    // In growth, not in money: an account that grew makes every late trade a large one.
    private void oneTrade(List<RoundTrip> trades) {
        double growth = 1;
        double best = 1;
        for (double factor : SimulatePaths.factors(result.equity().startingCash(), trades)) {
            growth *= factor;
            best = Math.max(best, factor);
        }
        if (trades.size() > 1 && growth > 1 && growth / best <= 1) {
            find(
                    SanityAlarm.ONE_TRADE_PROFIT,
                    String.format(
                            Locale.ROOT,
                            "One trade of %d made the whole profit: it grew the account by %.1f %%, without it the"
                                    + " account would have ended %.1f %% lower than it began.",
                            trades.size(),
                            100 * (best - 1),
                            100 * (1 - growth / best)));
        }
    }

    private void returns() {
        boolean overAYear = result.equity().size() - 1 > evidence.barsPerYear();
        double sharpe = value("sharpe_ratio");
        if (overAYear && sharpe > HIGHEST_SHARPE) {
            find(
                    SanityAlarm.IMPOSSIBLE_SHARPE,
                    String.format(
                            Locale.ROOT,
                            "A Sharpe ratio of %.2f over more than a year: the best fund on record made about 2, so"
                                    + " look for prices from the future or costs left out.",
                            sharpe));
        }
        double growth = value("annualized_return");
        if (overAYear && growth > HIGHEST_GROWTH) {
            find(
                    SanityAlarm.IMPOSSIBLE_GROWTH,
                    String.format(
                            Locale.ROOT,
                            "The account grew %.1f-fold a year: no market takes such sums for long, so look for prices"
                                    + " from the future or fills larger than the volume.",
                            1 + growth));
        }
        List<PeriodReturn> whole = evidence.months().size() > 2
                ? evidence.months().subList(1, evidence.months().size() - 1)
                : List.of();
        if (whole.size() >= MONTHS && whole.stream().allMatch(month -> month.fraction() > 0)) {
            find(
                    SanityAlarm.NO_LOSING_MONTH,
                    String.format(
                            Locale.ROOT,
                            "All of %d months gained: even at a Sharpe ratio of 3 every fifth month loses.",
                            whole.size()));
        }
    }

    private void outOfSample() {
        if (result.outOfSampleFrom().isEmpty()) {
            return;
        }
        EquityCurve equity = result.equity();
        int from = 0;
        while (from < equity.size()
                && equity.time(from) < result.outOfSampleFrom().getAsLong()) {
            from++;
        }
        double[] values = equity.values();
        values[0] = equity.startingCash();
        if (from < FEWEST_BARS || values.length - from < FEWEST_BARS || result.isRuined()) {
            return;
        }
        double seen = sharpe(Arrays.copyOfRange(values, 0, from));
        double unseen = sharpe(Arrays.copyOfRange(values, from - 1, values.length));
        if (seen > 0 && unseen < HALF * seen && seen - unseen > DECAY) {
            find(
                    SanityAlarm.OUT_OF_SAMPLE_DECAY,
                    String.format(
                            Locale.ROOT,
                            "The Sharpe ratio is %.2f on the bars it was fitted on and %.2f on those it never saw:"
                                    + " only the second counts.",
                            seen,
                            unseen));
        }
    }

    private void robustness() {
        if (!(value("total_return") > 0)) {
            return;
        }
        evidence.frontier()
                .flatMap(this::firstLoss)
                .ifPresent(lost -> find(
                        SanityAlarm.COST_SENSITIVE,
                        String.format(
                                Locale.ROOT,
                                "The profit is gone (%.1f %%) with a fee of %.2f %% and decisions %s.",
                                100 * lost.totalReturn(),
                                100 * lost.fee(),
                                lost.delayBars() == 0 ? "on time" : "a bar late")));
        evidence.perturbation()
                .filter(score -> score.share() < HALF)
                .ifPresent(score -> find(
                        SanityAlarm.LUCKY_PARAMETERS,
                        String.format(
                                Locale.ROOT,
                                "Only %.0f %% of %d neighboring settings keep half of the Sharpe ratio: this setting"
                                        + " is a lucky one.",
                                100 * score.share(),
                                score.neighbors().size())));
    }

    // A bar later at the same costs, or the next higher fee at once.
    private Optional<CostPoint> firstLoss(CostFrontier frontier) {
        double nextFee = frontier.fees().stream()
                .filter(fee -> fee > frontier.ownFee())
                .findFirst()
                .orElse(frontier.ownFee());
        return frontier.at(frontier.ownFee(), frontier.ownSlippage(), 1)
                .filter(point -> point.totalReturn() <= 0)
                .or(() -> frontier.at(nextFee, frontier.ownSlippage(), 0).filter(point -> point.totalReturn() <= 0));
    }

    private double sharpe(double[] equity) {
        return ReturnStatistics.sharpeRatio(ReturnStatistics.of(equity), evidence.barsPerYear());
    }

    private double value(String key) {
        return result.statistics().get(key).orElse(Double.NaN);
    }

    // The statistics table says it in words under the number of trades.
    private String unsentOrders() {
        return result.statistics().notes().getOrDefault("trades", "");
    }

    private void find(SanityAlarm alarm, String sentence) {
        findings.add(new SanityFinding(alarm, sentence));
    }
}
