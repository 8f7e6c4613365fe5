package io.quantloom.engine.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A condition a candidate must meet. Immutable.
 *
 * @param metric key of a statistic or of a {@link GateMetric}, for example {@code sharpe_ratio}
 * @param basis what it is measured on
 * @param atLeast lower bound; exactly one bound is given
 * @param atMost upper bound
 * @param strict whether the bound itself is a miss: {@code above} and {@code below} in files, as the sources' rules are
 */
public record Gate(String metric, Basis basis, OptionalDouble atLeast, OptionalDouble atMost, boolean strict) {
    private static final int DIGITS = 4;

    /** Checks that there is exactly one bound. */
    public Gate {
        if (atLeast.isPresent() == atMost.isPresent()) {
            throw new IllegalArgumentException("a gate has one bound, at_least or at_most");
        }
    }

    /** Takes an inclusive bound. */
    public Gate(String metric, Basis basis, OptionalDouble atLeast, OptionalDouble atMost) {
        this(metric, basis, atLeast, atMost, false);
    }

    /** Returns the gate that a value meets from the bound on. */
    public static Gate atLeast(String metric, Basis basis, double bound) {
        return new Gate(metric, basis, OptionalDouble.of(bound), OptionalDouble.empty(), false);
    }

    /** Returns the gate that a value meets up to the bound. */
    public static Gate atMost(String metric, Basis basis, double bound) {
        return new Gate(metric, basis, OptionalDouble.empty(), OptionalDouble.of(bound), false);
    }

    /** Returns the gate that a value meets beyond the bound. */
    public static Gate above(String metric, Basis basis, double bound) {
        return new Gate(metric, basis, OptionalDouble.of(bound), OptionalDouble.empty(), true);
    }

    /** Returns the gate that a value meets before the bound. */
    public static Gate below(String metric, Basis basis, double bound) {
        return new Gate(metric, basis, OptionalDouble.empty(), OptionalDouble.of(bound), true);
    }

    /** What a gate looks at. */
    public enum Basis {
        /** The whole backtest of a strategy without a model. */
        BACKTEST("backtest"),
        /** The backtest of the final holdout. */
        HOLDOUT("holdout"),
        /** The stitched out-of-sample curve of the walk-forward. */
        WALK_FORWARD("walk-forward"),
        /** The same stretch with everything chosen anew inside each training window: no choice has seen what it is judged on. */
        NESTED("nested");

        private final String text;

        Basis(String text) {
            this.text = text;
        }

        /** {@return the word used in files} */
        public String text() {
            return text;
        }

        /** {@return the basis of the word} */
        public static Optional<Basis> parse(String word) {
            return Arrays.stream(values())
                    .filter(basis -> basis.text.equals(word))
                    .findFirst();
        }
    }

    /** {@return the bound itself} */
    public double threshold() {
        return atLeast.isPresent() ? atLeast.getAsDouble() : atMost.orElseThrow();
    }

    /** {@return the key of the bound in files: {@code at_least}, {@code at_most}, {@code above} or {@code below}} */
    public String boundKey() {
        return atLeast.isPresent() ? (strict ? "above" : "at_least") : strict ? "below" : "at_most";
    }

    /** {@return the bound as text, for example {@code "≥ 1.0"}} */
    public String bound() {
        String sign = atLeast.isPresent() ? (strict ? "> " : "≥ ") : strict ? "< " : "≤ ";
        return sign + threshold();
    }

    /** Returns the result for a value; an empty value fails with the reason. */
    public GateResult check(OptionalDouble actual, String whyEmpty) {
        if (actual.isEmpty()) {
            return new GateResult(this, actual, false, metric + " is undefined: " + whyEmpty);
        }
        double value = actual.getAsDouble();
        boolean passed = !isMissedBy(value);
        return new GateResult(
                this, actual, passed, passed ? "" : metric + " " + readable(value) + " is not " + bound());
    }

    /** Four decimals, or as many as it takes not to look like the bound that was missed. */
    private String readable(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = DIGITS; digits < exact.scale(); digits++) {
            BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN);
            if (isMissedBy(rounded.doubleValue())) {
                return rounded.toPlainString();
            }
        }
        return String.valueOf(value);
    }

    private boolean isMissedBy(double value) {
        if (strict) {
            return atLeast.isPresent() ? !(value > threshold()) : !(value < threshold());
        }
        return atLeast.isPresent() ? !(value >= threshold()) : !(value <= threshold());
    }
}
