package io.quantloom.engine.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What may stand under {@code search:} in a factory configuration: settings of learners, of the label, and the entry
 * threshold that turns probabilities into trades. A parameter knows its possible numbers and words, whether its numbers are
 * whole, and whether a range of it is searched on a logarithmic scale: so are rates, penalties and sizes, where 0.01 to 0.02
 * matters as much as 0.1 to 0.2.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record of numbers and List.of
public enum SearchParameter {
    /** Levels of a tree. */
    MAX_DEPTH("max_depth", Numbers.whole(1, 16)),
    /** Learning rate of boosted trees. */
    ETA("eta", Numbers.log(1e-4, 1)),
    /** Number of boosting rounds. */
    ROUNDS("rounds", Numbers.whole(1, 10_000)),
    /** Least sum of second derivatives in a leaf. */
    MIN_CHILD_WEIGHT("min_child_weight", Numbers.log(0, 1e6)),
    /** Share of rows each tree sees. */
    SUBSAMPLE("subsample", Numbers.real(0.01, 1)),
    /** Share of columns each tree sees. */
    COLSAMPLE("colsample", Numbers.real(0.01, 1), "sqrt"),
    /** Weight of the quadratic penalty on leaves. */
    LAMBDA("lambda", Numbers.log(0, 1e6)),
    /** Weight of the positive class against the negative one. */
    SCALE_POS_WEIGHT("scale_pos_weight", Numbers.log(1e-3, 1e3), "balanced"),
    /** Weight of each class by its rarity, or none. */
    CLASS_WEIGHT("class_weight", Numbers.NONE, "none", "balanced"),
    /** Number of trees of a forest. */
    TREES("trees", Numbers.logWhole(1, 10_000)),
    /** Leaves of a tree that grows leaf by leaf. */
    LEAVES("leaves", Numbers.logWhole(2, 65_536)),
    /** Least number of rows in a leaf. */
    MIN_DATA_IN_LEAF("min_data_in_leaf", Numbers.logWhole(1, 1_000_000)),
    /** Bins that a column's values are put into. */
    MAX_BINS("max_bins", Numbers.logWhole(2, 65_536)),
    /** Inverse weight of the penalty of a linear or support vector machine. */
    C("c", Numbers.log(1e-6, 1e6)),
    /** Inverse squared reach of a radial kernel. */
    GAMMA("gamma", Numbers.log(1e-9, 1e6), "scale"),
    /** Number of neighbors that vote. */
    NEIGHBORS("neighbors", Numbers.logWhole(1, 10_000)),
    /** Weight of a quadratic penalty on coefficients. */
    ALPHA("alpha", Numbers.log(0, 1e9)),
    /** Whether columns are standardized within the training window. */
    SCALE("scale", Numbers.NONE, "standard", "none"),
    /** Units of a hidden layer. */
    HIDDEN("hidden", Numbers.logWhole(1, 4_096)),
    /** Passes over the training rows. */
    EPOCHS("epochs", Numbers.logWhole(1, 100_000)),
    /** Rows of one gradient step. */
    BATCH("batch", Numbers.logWhole(1, 1_000_000)),
    /** Learning rate of nets and of boosting that calls it so. */
    LEARNING_RATE("learning_rate", Numbers.log(1e-7, 10)),
    /** Distance of both barriers of the label; no setting of the learner. */
    BARRIERS("barriers", Numbers.log(0.01, 100)),
    /** Distance of the label's upper barrier; no setting of the learner. */
    TAKE_PROFIT("take_profit", Numbers.log(0.01, 100)),
    /** Distance of the label's lower barrier; no setting of the learner. */
    STOP_LOSS("stop_loss", Numbers.log(0.01, 100)),
    /** Bars after which the label is decided; no setting of the learner. */
    HORIZON("horizon", Numbers.logWhole(1, 10_000)),
    /** Span of the label's volatility in bars; no setting of the learner. */
    VOLATILITY_SPAN("volatility_span", Numbers.logWhole(2, 10_000)),
    /** Entry threshold on the probability; no setting of the learner. */
    THRESHOLD("threshold", Numbers.real(0, 1));

    private final String key;
    private final Numbers numbers;
    private final List<String> words;

    SearchParameter(String key, Numbers numbers, String... words) {
        this.key = key;
        this.numbers = numbers;
        this.words = List.of(words);
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

    /** {@return whether it is a setting of learners, rather than of the label or the trading} */
    public boolean isOfLearner() {
        return !isOfLabel() && this != THRESHOLD;
    }

    /** {@return whether it is a setting of the label} */
    public boolean isOfLabel() {
        return switch (this) {
            case BARRIERS, TAKE_PROFIT, STOP_LOSS, HORIZON, VOLATILITY_SPAN -> true;
            default -> false;
        };
    }

    /** {@return whether the number is possible} */
    public boolean allows(double value) {
        return value >= numbers.min && value <= numbers.max && (!numbers.whole || value == Math.rint(value));
    }

    /** {@return whether the word is possible in place of a number} */
    public boolean allows(String word) {
        return words.contains(word);
    }

    /** {@return the lowest number} */
    public double least() {
        return numbers.min;
    }

    /** {@return what {@link #allows} says, in words} */
    public String expected() {
        String kind = numbers.whole
                ? "a whole number in [" + (long) numbers.min + ", " + (long) numbers.max + "]"
                : "a number in [" + numbers.min + ", " + numbers.max + "]";
        String others = String.join(", ", words);
        if (Double.isNaN(numbers.min)) {
            return "one of " + others;
        }
        return words.isEmpty() ? kind : kind + ", or " + others;
    }

    /** Returns the dimension that always has the value. */
    public Dimension fixed(double value) {
        requireAllowed(value);
        return new Dimension.Fixed(key, numbers.whole ? (Object) Math.round(value) : (Object) value);
    }

    /** Returns the dimension among words; one of them is always the same. */
    public Dimension among(List<String> chosen) {
        if (!words.containsAll(chosen)) {
            throw new IllegalArgumentException(key + " is " + expected() + ", was " + chosen);
        }
        return chosen.size() == 1
                ? new Dimension.Fixed(key, chosen.getFirst())
                : Dimension.Choice.of(key, chosen.toArray(String[]::new));
    }

    /** Returns the dimension from low to high, both included; a range that begins at 0 is never logarithmic. */
    public Dimension range(double low, double high) {
        requireAllowed(low);
        requireAllowed(high);
        boolean log = numbers.log && low > 0;
        return numbers.whole
                ? new Dimension.Whole(key, (int) Math.round(low), (int) Math.round(high), log, 1)
                : new Dimension.Real(key, low, high, log);
    }

    /** Returns the dimension from low to high in steps above 0, whole ones where its numbers are. */
    public Dimension range(double low, double high, double step) {
        requireAllowed(low);
        requireAllowed(high);
        return numbers.whole
                ? new Dimension.Whole(
                        key, (int) Math.round(low), (int) Math.round(high), false, (int) Math.max(1, Math.round(step)))
                : new Dimension.Real(key, low, high, false, step);
    }

    private void requireAllowed(double value) {
        if (!allows(value)) {
            throw new IllegalArgumentException(key + " is " + expected() + ", was " + value);
        }
    }

    /** Numbers in [min, max]. */
    private record Numbers(double min, double max, boolean whole, boolean log) {

        /** Words only. */
        static final Numbers NONE = new Numbers(Double.NaN, Double.NaN, false, false);

        static Numbers real(double min, double max) {
            return new Numbers(min, max, false, false);
        }

        static Numbers log(double min, double max) {
            return new Numbers(min, max, false, true);
        }

        static Numbers whole(double min, double max) {
            return new Numbers(min, max, true, false);
        }

        static Numbers logWhole(double min, double max) {
            return new Numbers(min, max, true, true);
        }
    }
}
