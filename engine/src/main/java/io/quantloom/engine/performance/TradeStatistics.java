package io.quantloom.engine.performance;

import io.quantloom.engine.portfolio.RoundTrip;
import java.util.List;

/**
 * Statistics of finished trades. {@code pnl} is net of fees and funding, {@code return = pnl / (units × entry price)}. A
 * trade wins when its pnl is above zero and loses when it is below. Pure functions; what is undefined is NaN, what is
 * unbounded infinite. Conventions of backtesting.py unless a method says otherwise.
 */
public final class TradeStatistics {

    private TradeStatistics() {}

    /** Returns {@code winners / trades}. */
    public static double winRate(List<RoundTrip> trades) {
        return (double) trades.stream().filter(trade -> trade.pnl() > 0).count() / trades.size();
    }

    /** Returns the highest return of a trade. */
    public static double best(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::returnFraction).max().orElse(Double.NaN);
    }

    /** Returns the lowest return of a trade. */
    public static double worst(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::returnFraction).min().orElse(Double.NaN);
    }

    /** Returns {@code exp(Σ ln(1 + return) / trades) − 1}; NaN when a trade lost all of its notional. */
    public static double geometricMeanReturn(List<RoundTrip> trades) {
        double sum = 0;
        for (RoundTrip trade : trades) {
            sum += trade.returnFraction() > -1 ? Math.log1p(trade.returnFraction()) : Double.NaN;
        }
        return Math.expm1(sum / trades.size());
    }

    /** Returns {@code Σ return / trades}. */
    public static double meanReturn(List<RoundTrip> trades) {
        return ReturnStatistics.mean(returns(trades));
    }

    /** Returns {@code Σ winning pnl / |Σ losing pnl|}, in money; infinite without a loser. */
    public static double profitFactor(List<RoundTrip> trades) {
        return profitFactor(pnl(trades));
    }

    /** Returns {@code Σ positive returns / |Σ negative returns|}, backtesting.py's profit factor. */
    public static double profitFactorByReturn(List<RoundTrip> trades) {
        return profitFactor(returns(trades));
    }

    /** Returns the system quality number {@code √trades · mean(pnl) / std(pnl)}, ddof 1. Van K. Tharp. */
    public static double systemQuality(List<RoundTrip> trades) {
        double[] pnl = pnl(trades);
        return Math.sqrt(pnl.length) * ReturnStatistics.mean(pnl) / Math.sqrt(ReturnStatistics.variance(pnl));
    }

    /**
     * Returns {@code W − (1 − W) / (mean winning pnl / |mean losing pnl|)}, W the win rate; NaN without a winner or
     * without a loser. J. L. Kelly, A New Interpretation of Information Rate, 1956.
     */
    public static double kelly(List<RoundTrip> trades) {
        double won = trades.stream()
                .mapToDouble(RoundTrip::pnl)
                .filter(pnl -> pnl > 0)
                .average()
                .orElse(Double.NaN);
        double lost = trades.stream()
                .mapToDouble(RoundTrip::pnl)
                .filter(pnl -> pnl < 0)
                .average()
                .orElse(Double.NaN);
        double winRate = winRate(trades);
        return winRate - (1 - winRate) / (won / -lost);
    }

    /** Returns the longest trade, exit bar minus entry bar; NaN without trades. */
    public static double maxBars(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::bars).max().orElse(Double.NaN);
    }

    /** Returns the mean of exit bar minus entry bar; NaN without trades. */
    public static double meanBars(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::bars).average().orElse(Double.NaN);
    }

    private static double[] pnl(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::pnl).toArray();
    }

    private static double[] returns(List<RoundTrip> trades) {
        return trades.stream().mapToDouble(RoundTrip::returnFraction).toArray();
    }

    private static double profitFactor(double[] values) {
        double won = 0;
        double lost = 0;
        for (double value : values) {
            won += Math.max(value, 0);
            lost -= Math.min(value, 0);
        }
        return won / lost;
    }
}
