package io.quantloom.engine.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a classifier's positive class goes. */
public enum Trend {
    /** The price rises. */
    UPTREND,
    /** The price falls. */
    DOWNTREND;

    /** {@return the word used in files, on the command line and over REST} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the trend with the word} */
    public static Optional<Trend> parse(String text) {
        return Arrays.stream(values())
                .filter(trend -> trend.text().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
