package io.quantloom.engine.backtest.analysis;

/** Signs that a backtest is no evidence, gravest first. Thresholds and their reasons are in {@link SanityAlarms}. */
public enum SanityAlarm {
    /** Equity reached zero. */
    RUINED("ruined"),
    /** Nothing was traded. */
    NO_TRADES("no-trades"),
    /** A Sharpe ratio that no market has given for so long. */
    IMPOSSIBLE_SHARPE("impossible-sharpe"),
    /** Growth that no market can take for long. */
    IMPOSSIBLE_GROWTH("impossible-growth"),
    /** Never a losing month. */
    NO_LOSING_MONTH("no-losing-month"),
    /** Nearly every trade wins. */
    IMPOSSIBLE_WIN_RATE("impossible-win-rate"),
    /** One trade made the whole profit. */
    ONE_TRADE_PROFIT("one-trade-profit"),
    /** Too many trades whose end is a guess. */
    AMBIGUOUS_BARS("ambiguous-bars"),
    /** Much worse where it was not fitted. */
    OUT_OF_SAMPLE_DECAY("out-of-sample-decay"),
    /** The profit is gone at slightly higher costs or a bar later. */
    COST_SENSITIVE("cost-sensitive"),
    /** The profit is gone at slightly other parameters. */
    LUCKY_PARAMETERS("lucky-parameters"),
    /** Too few trades to tell skill from luck. */
    FEW_TRADES("few-trades"),
    /** Orders that the cash could not buy. */
    UNSENT_ORDERS("unsent-orders");

    private final String key;

    SanityAlarm(String key) {
        this.key = key;
    }

    /** {@return its name in files} */
    public String key() {
        return key;
    }
}
