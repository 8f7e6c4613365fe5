package io.quantloom.engine.dataset;

import io.quantloom.engine.instrument.Symbol;
import java.util.Comparator;

/**
 * What a feature set needs beside the bars of its series. Immutable.
 *
 * @param kind bars or funding
 * @param symbol of which instrument
 */
public record FeatureInput(Kind kind, Symbol symbol) implements Comparable<FeatureInput> {

    /** Stands for the instrument whose features are computed. */
    public static final Symbol SELF = new Symbol("self");

    private static final Comparator<FeatureInput> ORDER =
            Comparator.comparing(FeatureInput::kind).thenComparing(FeatureInput::symbol);

    /** What is needed. */
    public enum Kind {
        /** Bars of the same timeframe and, where there are several, of the same source. */
        BARS,
        /** Funding rates. */
        FUNDING
    }

    @Override
    public int compareTo(FeatureInput other) {
        return ORDER.compare(this, other);
    }

    /** {@return for example {@code bars of BTC-USDT}} */
    @Override
    public String toString() {
        return (kind == Kind.BARS ? "bars of " : "funding of ")
                + (symbol.equals(SELF) ? "the instrument" : symbol.name());
    }
}
