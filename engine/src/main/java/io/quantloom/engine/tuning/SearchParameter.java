package io.quantloom.engine.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What may stand under {@code search:} in a factory configuration: the settings of the boosted trees, and the entry
 * threshold that turns probabilities into trades. A parameter knows its possible values, whether it is whole, and whether
 * a range of it is drawn on a logarithmic scale: so are rates and penalties, where 0.01 to 0.02 matters as much as 0.1 to
 * 0.2.
 */
public enum SearchParameter {
    /** Levels of a tree. */
    MAX_DEPTH("max_depth", 1, 16, true, false),
    /** Learning rate. */
    ETA("eta", 1e-4, 1, false, true),
    /** Number of trees. */
    ROUNDS("rounds", 1, 10_000, true, false),
    /** Least sum of second derivatives in a leaf. */
    MIN_CHILD_WEIGHT("min_child_weight", 0, 1e6, false, true),
    /** Share of rows each tree sees. */
    SUBSAMPLE("subsample", 0.01, 1, false, false),
    /** Share of columns each tree sees. */
    COLSAMPLE("colsample", 0.01, 1, false, false),
    /** Weight of the quadratic penalty on leaves. */
    LAMBDA("lambda", 0, 1e6, false, true),
    /** Weight of the positive class against the negative one. */
    SCALE_POS_WEIGHT("scale_pos_weight", 1e-3, 1e3, false, true),
    /** Entry threshold on the probability; no setting of the learner. */
    THRESHOLD("threshold", 0, 1, false, false);

    private final String key;
    private final double min;
    private final double max;
    private final boolean whole;
    private final boolean log;

    SearchParameter(String key, double min, double max, boolean whole, boolean log) {
        this.key = key;
        this.min = min;
        this.max = max;
        this.whole = whole;
        this.log = log;
    }

    /** Returns the parameter with the key. */
    public static Optional<SearchParameter> parse(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }

    /** {@return all keys} */
    public static List<String> keys() {
        return Arrays.stream(values()).map(SearchParameter::key).toList();
    }

    /** {@return its name in files} */
    public String key() {
        return key;
    }

    /** {@return whether the value is possible} */
    public boolean allows(double value) {
        return value >= min && value <= max && (!whole || value == Math.rint(value));
    }

    /** {@return what {@link #allows} says, in words} */
    public String expected() {
        return whole
                ? "a whole number in [" + (long) min + ", " + (long) max + "]"
                : "a number in [" + min + ", " + max + "]";
    }

    /** Returns the dimension that always has the value. */
    public Dimension fixed(double value) {
        requireAllowed(value);
        return new Dimension.Fixed(key, whole ? (Object) Math.round(value) : (Object) value);
    }

    /** Returns the dimension from low to high, both included; a range that begins at 0 is never logarithmic. */
    public Dimension range(double low, double high) {
        requireAllowed(low);
        requireAllowed(high);
        return whole
                ? new Dimension.Whole(key, (int) Math.round(low), (int) Math.round(high))
                : new Dimension.Real(key, low, high, log && low > 0);
    }

    private void requireAllowed(double value) {
        if (!allows(value)) {
            throw new IllegalArgumentException(key + " is " + expected() + ", was " + value);
        }
    }
}
