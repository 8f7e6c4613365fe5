package io.quantloom.engine.performance;

import java.util.Arrays;
import java.util.Optional;

/** The rows of the statistics table, in its order (contracts.md, Statistics), and how a value of each reads. */
public enum Statistic {
    /** Open time of the first bar, epoch milliseconds UTC. */
    START("start", Form.TIME),
    /** Open time of the last bar, epoch milliseconds UTC. */
    END("end", Form.TIME),
    /** Number of bars. */
    BARS("bars", Form.COUNT),
    /** Equity after the last bar. */
    FINAL_EQUITY("final_equity", Form.MONEY),
    /** Highest equity at a close, the starting cash included. */
    PEAK_EQUITY("peak_equity", Form.MONEY),
    /** Sum of the fees of all fills. */
    FEES("fees", Form.MONEY),
    /** Sum of what all fills lost to slippage and spread. */
    SLIPPAGE("slippage", Form.MONEY),
    /** Funding paid; negative when more was received. */
    FUNDING("funding", Form.MONEY),
    /** Paid for what shorts borrowed. */
    BORROW("borrow", Form.MONEY),
    /** Number of finished trades. */
    TRADES("trades", Form.COUNT),
    /** Bars that touched several orders, so that the worst order of events was assumed. */
    AMBIGUOUS_BARS("ambiguous_bars", Form.COUNT),
    /** {@code E[n] / E[0] − 1}. */
    TOTAL_RETURN("total_return", Form.FRACTION),
    /** {@code (E[n] / E[0])^(N / n) − 1}. */
    ANNUALIZED_RETURN("annualized_return", Form.FRACTION),
    /** {@code (E[n] / E[0])^(365.25 / days) − 1}. */
    CAGR("cagr", Form.FRACTION),
    /** {@code std(R) · √N}. */
    ANNUALIZED_VOLATILITY("annualized_volatility", Form.FRACTION),
    /** {@code mean(R) / std(R) · √N}. */
    SHARPE_RATIO("sharpe_ratio", Form.RATIO),
    /** {@code mean(R) · N / (√mean(min(R, 0)²) · √N)}. */
    SORTINO_RATIO("sortino_ratio", Form.RATIO),
    /** {@code √((var(R) + (1 + g)²)^N − (1 + g)^(2N))}, {@code g = (E[n] / E[0])^(1 / n) − 1}. */
    ANNUALIZED_VOLATILITY_COMPOUNDED("annualized_volatility_compounded", Form.FRACTION),
    /** {@code annualized_return / annualized_volatility_compounded}. */
    SHARPE_RATIO_GEOMETRIC("sharpe_ratio_geometric", Form.RATIO),
    /** {@code annualized_return / (√mean(min(R, 0)²) · √N)}. */
    SORTINO_RATIO_GEOMETRIC("sortino_ratio_geometric", Form.RATIO),
    /** {@code max(1 − E / running peak)}, positive. */
    MAX_DRAWDOWN("max_drawdown", Form.FRACTION),
    /** {@code annualized_return / max_drawdown}. */
    CALMAR_RATIO("calmar_ratio", Form.RATIO),
    /** Longest stretch from a peak to its recovery or the end. */
    MAX_DRAWDOWN_BARS("max_drawdown_bars", Form.COUNT),
    /** Mean depth of all drawdowns, positive. */
    AVG_DRAWDOWN("avg_drawdown", Form.FRACTION),
    /** Mean length of all drawdowns, in bars. */
    AVG_DRAWDOWN_BARS("avg_drawdown_bars", Form.RATIO),
    /** Bias-corrected skewness G1 of R. */
    SKEWNESS("skewness", Form.RATIO),
    /** Bias-corrected excess kurtosis G2 of R, 0 for a Gaussian. */
    KURTOSIS("kurtosis", Form.RATIO),
    /** The 5 % quantile of R, linear; negative for a loss. */
    VALUE_AT_RISK("value_at_risk", Form.FRACTION),
    /** Mean of the ⌊0.05(n − 1)⌋ + 1 smallest R. */
    CONDITIONAL_VALUE_AT_RISK("conditional_value_at_risk", Form.FRACTION),
    /** {@code |P95| / |P5|} of R. */
    TAIL_RATIO("tail_ratio", Form.RATIO),
    /** r² of the cumulated log returns on time. */
    STABILITY("stability", Form.RATIO),
    /** Share of bars in a trade, entry and exit bar counted. */
    EXPOSURE("exposure", Form.FRACTION),
    /** Last close over the close of the first bar on which every indicator is defined, less 1. */
    BUY_HOLD_RETURN("buy_hold_return", Form.FRACTION),
    /** Share of trades with a net profit. */
    WIN_RATE("win_rate", Form.FRACTION),
    /** Highest return of a trade. */
    BEST_TRADE("best_trade", Form.FRACTION),
    /** Lowest return of a trade. */
    WORST_TRADE("worst_trade", Form.FRACTION),
    /** Geometric mean of trade returns. */
    AVG_TRADE("avg_trade", Form.FRACTION),
    /** Longest trade, exit bar minus entry bar. */
    MAX_TRADE_BARS("max_trade_bars", Form.COUNT),
    /** Mean of exit bar minus entry bar. */
    AVG_TRADE_BARS("avg_trade_bars", Form.RATIO),
    /** Arithmetic mean of trade returns. */
    EXPECTANCY("expectancy", Form.FRACTION),
    /** Sum of profits over sum of losses, in money. */
    PROFIT_FACTOR("profit_factor", Form.RATIO),
    /** Sum of positive trade returns over sum of negative ones. */
    PROFIT_FACTOR_BY_RETURN("profit_factor_by_return", Form.RATIO),
    /** {@code √trades · mean(pnl) / std(pnl)}. */
    SQN("sqn", Form.RATIO),
    /** {@code win_rate − (1 − win_rate) / (mean winning pnl / mean losing pnl)}. */
    KELLY("kelly", Form.RATIO),
    /** Notional of all fills over mean equity and years. */
    TURNOVER("turnover", Form.RATIO),
    /** {@code cov / var} of log returns of equity and close. */
    BETA("beta", Form.RATIO),
    /** {@code total_return − beta · buy_hold_return}. */
    ALPHA("alpha", Form.FRACTION),
    /** Probability that the true Sharpe ratio is above zero. */
    PROBABILISTIC_SHARPE("probabilistic_sharpe", Form.FRACTION),
    /** Probability that it is above what the best of so many trials without skill would show. */
    DEFLATED_SHARPE("deflated_sharpe", Form.FRACTION);

    private final String key;
    private final Form form;

    Statistic(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** What kind of number a value is. */
    public enum Form {
        /** Epoch milliseconds UTC; written as ISO-8601. */
        TIME,
        /** A whole number. */
        COUNT,
        /** An amount in the account currency. */
        MONEY,
        /** A fraction, shown as percent on screens. */
        FRACTION,
        /** A plain number. */
        RATIO
    }

    /** {@return the key used in files, metrics and on the command line} */
    public String key() {
        return key;
    }

    /** {@return how its values read} */
    public Form form() {
        return form;
    }

    /** Returns the row with the key. */
    public static Optional<Statistic> ofKey(String key) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.key.equals(key))
                .findFirst();
    }
}
