package io.quantloom.engine.dataset.regime;

import java.util.Locale;

/** What kind of market it is, as source 0 tags its runs (product.md 0.20). */
public enum MarketRegime {
    /** Prices cover much ground. */
    TRENDING,
    /** Prices stay in a narrow channel. */
    RANGING,
    /** Single bars are as long as they rarely are: nothing else is asked. */
    VOLATILE;

    /** {@return the word used in tags and files} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
