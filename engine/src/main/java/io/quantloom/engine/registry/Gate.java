package io.quantloom.engine.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * A condition a candidate must meet. Immutable.
 *
 * @param metric key of a statistic, for example {@code sharpe_ratio}
 * @param basis which curve it is measured on
 * @param atLeast lower bound, inclusive; exactly one bound is given
 * @param atMost upper bound, inclusive
 */
public record Gate(String metric, Basis basis, OptionalDouble atLeast, OptionalDouble atMost) {
    private static final int DIGITS = 4;

    /** Checks that there is exactly one bound. */
    public Gate {
        if (atLeast.isPresent() == atMost.isPresent()) {
            throw new IllegalArgumentException("a gate has one bound, at_least or at_most");
        }
    }

    /** The curve a gate looks at. */
    public enum Basis {
        /** The whole backtest of a strategy without a model. */
        BACKTEST("backtest"),
        /** The backtest of the final holdout. */
        HOLDOUT("holdout"),
        /** The stitched out-of-sample curve of the walk-forward. */
        WALK_FORWARD("walk-forward");

        private final String text;

        Basis(String text) {
            this.text = text;
        }

        /** {@return the word used in files} */
        public String text() {
            return text;
        }
    }

    /** {@return the bound as text, for example {@code "≥ 1.0"}} */
    public String bound() {
        return atLeast.isPresent() ? "≥ " + atLeast.getAsDouble() : "≤ " + atMost.getAsDouble();
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
        return atLeast.isPresent() ? !(value >= atLeast.getAsDouble()) : !(value <= atMost.getAsDouble());
    }
}
