package io.quantloom.ui.features;

/**
 * A column of a feature set on a series. Immutable.
 *
 * @param index its place in the set
 * @param name of the feature
 * @param undefined share of the bars behind the warm-up without a value, in [0, 1]; NaN when there is none behind it
 * @param mean over the bars with a value; NaN without one
 * @param deviation standard deviation; NaN below two values
 * @param drift population stability index of the second half of the bars against the first; NaN when it cannot be told
 * @param check what the look-ahead check said
 * @param leak the first value that notices the future, in a sentence; empty when none does
 */
record ColumnRow(
        int index,
        String name,
        double undefined,
        double mean,
        double deviation,
        double drift,
        Checked check,
        String leak) {

    /** What the look-ahead check said. */
    enum Checked {
        /** It was not asked. */
        NOT_RUN,
        /** Nothing knows the future. */
        CLEAN,
        /** Something does. */
        LEAKS,
        /** There was no value to look at. */
        UNDEFINED
    }

    ColumnRow with(Checked now, String sentence) {
        return new ColumnRow(index, name, undefined, mean, deviation, drift, now, sentence);
    }
}
