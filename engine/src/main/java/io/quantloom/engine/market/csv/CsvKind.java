package io.quantloom.engine.market.csv;

/** What the rows of a file are, as its header tells. */
public enum CsvKind {
    /** Open, high, low, close and mostly volume. */
    BARS("bars"),
    /** Funding rates of a perpetual. */
    FUNDING("funding"),
    /** Open interest of a perpetual; recognised, not imported. */
    OPEN_INTEREST("open-interest"),
    /** Splits, dividends or adjustment factors; recognised, not imported. */
    ACTIONS("actions");

    private final String id;

    CsvKind(String id) {
        this.id = id;
    }

    /** {@return the name used on the command line and in reports} */
    public String id() {
        return id;
    }
}
