package io.quantloom.engine.order;

/** Why an order was sent. */
public enum FillReason {
    /** The strategy's target went to long or short. */
    ENTRY("entry"),
    /** The strategy's target went flat. */
    SIGNAL("signal"),
    /** The strategy turned from long to short or back. */
    FLIP("flip"),
    /** The position was brought back to its weight in a portfolio. */
    REBALANCE("rebalance"),
    /** The stop-loss price was touched. */
    STOP_LOSS("stop_loss"),
    /** The take-profit price was touched. */
    TAKE_PROFIT("take_profit"),
    /** The trailing stop was touched. */
    TRAILING_STOP("trailing_stop"),
    /** The account's equity fell to the maintenance margin. */
    LIQUIDATION("liquidation"),
    /** The data ended and the specification asks to close. */
    END_OF_DATA("end_of_data"),
    /** A person asked to go flat. */
    FLATTEN("flatten"),
    /** Equity reached zero. */
    RUIN("ruin");

    private final String text;

    FillReason(String text) {
        this.text = text;
    }

    /** {@return the word used in files and on the command line} */
    public String text() {
        return text;
    }
}
