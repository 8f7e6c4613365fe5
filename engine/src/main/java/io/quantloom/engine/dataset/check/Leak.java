package io.quantloom.engine.dataset.check;

import java.util.Locale;

/**
 * A value that depends on what it must not know. Immutable.
 *
 * @param check what showed it
 * @param column of the value: a feature's name, or a part of a label
 * @param bar index of the bar, or of the sample
 * @param expected the value as it is without the knowledge
 * @param found the value with it
 */
public record Leak(Check check, String column, int bar, double expected, double found) {

    /** What shows a leak. */
    public enum Check {
        /** The value over the bars up to it differs from that over a longer series. */
        TRUNCATION,
        /** The value changes when what follows is replaced by extreme values. */
        POISON,
        /** The value computed bar by bar differs from that of the whole series. */
        ONLINE,
        /** The value tells the label. */
        LABEL,
        /** A training label reaches into a test window, or a sample is in both. */
        OVERLAP,
        /** The value changes with samples that are not in the training window. */
        FIT;

        /** {@return the word used in files} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return one sentence that names column, bar and both values} */
    public String sentence() {
        String how = switch (check) {
            case TRUNCATION -> "over the bars up to it and over a longer series";
            case POISON -> "with the true future and with another one";
            case ONLINE -> "over the whole series and bar by bar";
            case LABEL -> "as a guess at the label and as the label";
            case OVERLAP -> "where training must end and where it ends";
            case FIT -> "with and without the samples outside the training window";
        };
        return column + " at " + bar + " is " + expected + " and " + found + " (" + how + ")";
    }
}
