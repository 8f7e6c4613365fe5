package io.quantloom.ui.statistic;

import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;

/**
 * How a statistic appears to a person. Immutable.
 *
 * @param key its name in files and in the store
 * @param label its name on the screen
 * @param kind how its value is written
 * @param better which direction is better
 * @param formula in one line; empty for a metric we do not know
 */
public record StatisticText(String key, String label, Kind kind, Better better, String formula) {

    private static final Texts TEXTS = Texts.of("statistic");

    /** How a value is written. */
    public enum Kind {
        /** A fraction with sign: {@code +12.3 %}. */
        GAIN,
        /** A fraction without sign: {@code 51.0 %}. */
        SHARE,
        /** A loss that is stored positive: 0.062 reads {@code −6.2 %}. */
        FALL,
        /** Two decimals. */
        RATIO,
        /** Three decimals. */
        PROBABILITY,
        /** A whole number. */
        COUNT,
        /** A whole number of bars. */
        BARS,
        /** An amount in the account currency, two decimals. */
        MONEY,
        /** Epoch milliseconds, UTC. */
        TIME,
        /** Unknown to us: as short as it reads. */
        PLAIN
    }

    /** Which direction is better. */
    public enum Better {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER,
        /** Neither. */
        NONE
    }

    /** Returns the text of a statistic; one we do not know keeps its key as label. */
    public static StatisticText of(String key) {
        if (!TEXTS.has(key)) {
            return new StatisticText(key, key, Kind.PLAIN, Better.NONE, "");
        }
        String[] parts = TEXTS.get(key).split("\\|", 4);
        return new StatisticText(key, parts[0], Kind.valueOf(parts[1]), Better.valueOf(parts[2]), parts[3]);
    }

    /** Returns the value as text; NaN as a dash. */
    public String format(double value) {
        return kind == Kind.PLAIN ? Formats.plain(value) : format(value, digits());
    }

    /** {@return the decimals its values are written with, where nobody needs more} */
    public int digits() {
        return switch (kind) {
            case GAIN, SHARE, FALL -> 1;
            case RATIO, MONEY -> 2;
            case PROBABILITY -> 3;
            case COUNT, BARS, TIME, PLAIN -> 0;
        };
    }

    /** Returns the value as text with so many decimals, for figures that must be told apart; a time has none. */
    public String format(double value, int digits) {
        return switch (kind) {
            case GAIN -> Formats.percent(value, digits);
            case SHARE -> Formats.share(value, digits);
            case FALL -> Formats.share(value == 0 ? 0 : -value, digits);
            case RATIO, MONEY, PROBABILITY, COUNT, BARS, PLAIN -> Formats.decimal(value, digits);
            case TIME -> Double.isNaN(value) ? Formats.ABSENT : Formats.day((long) value);
        };
    }

    /** Returns the change from one value to another as text with sign, in the unit of the value. */
    public String formatChange(double from, double to) {
        double change = to - from;
        return switch (kind) {
            case GAIN, SHARE -> Formats.signed(change * 100, 1);
            case FALL -> Formats.signed(-change * 100, 1);
            case RATIO, MONEY, PLAIN, TIME -> Formats.signed(change, 2);
            case PROBABILITY -> Formats.signed(change, 3);
            case COUNT, BARS -> Formats.signed(change, 0);
        };
    }

    /** {@return 1 when the first value is better, −1 when the second is, 0 when they are equal or nobody can say} */
    public int compareGoodness(double first, double second) {
        if (better == Better.NONE || Double.isNaN(first) || Double.isNaN(second)) {
            return 0;
        }
        int higher = Double.compare(first, second);
        return better == Better.HIGHER ? Integer.signum(higher) : -Integer.signum(higher);
    }
}
