package io.quantloom.engine.dataset.label;

import io.quantloom.engine.market.BarSeries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strategy whose signals are to be judged: what it says at each close, from bars up to it. The two have the rules of the
 * strategies of the same names (contracts.md, Backtest specification). Immutable.
 */
public sealed interface PrimarySignal {

    /** {@return the definition as canonical text} */
    String text();

    /** Returns the side at each bar's close: +1 long, −1 short, 0 nothing. */
    int[] sides(BarSeries bars);

    /**
     * Long when the fast average of the close crosses above the slow one, short when it crosses below; no side before the
     * first crossing.
     *
     * @param fast bars, above zero
     * @param slow bars, above {@code fast}
     */
    record SmaCross(int fast, int slow) implements PrimarySignal {

        /** Checks the windows. */
        public SmaCross {
            if (fast < 1 || slow <= fast) {
                throw new IllegalArgumentException("expected 0 < fast < slow, was " + fast + " and " + slow);
            }
        }

        @Override
        public String text() {
            return "sma-cross:" + fast + ":" + slow;
        }

        @Override
        public int[] sides(BarSeries bars) {
            int[] sides = new int[bars.size()];
            int before = 0;
            int side = 0;
            for (int t = slow - 1; t < sides.length; t++) {
                int now = order(bars, t);
                if (before * now < 0) {
                    side = now;
                }
                before = now;
                sides[t] = side;
            }
            return sides;
        }

        // Sums of distances from the oldest close: prices that do not move give averages that are exactly equal.
        private int order(BarSeries bars, int t) {
            double base = bars.close(t - slow + 1);
            double ofSlow = 0;
            double ofFast = 0;
            for (int i = t - slow + 1; i <= t; i++) {
                double off = bars.close(i) - base;
                ofSlow += off;
                ofFast += i > t - fast ? off : 0;
            }
            return Double.compare(ofFast / fast, ofSlow / slow);
        }
    }

    /**
     * Long while the change of the close over the lookback is above the threshold, short while it is below its negative.
     *
     * @param lookback bars, above zero
     * @param threshold a fraction, zero or more
     */
    record Momentum(int lookback, double threshold) implements PrimarySignal {

        /** Checks the ranges. */
        public Momentum {
            if (lookback < 1 || !(threshold >= 0 && threshold < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "expected a lookback above zero and a threshold of zero or more, was " + lookback + " and "
                                + threshold);
            }
        }

        @Override
        public String text() {
            return "momentum:" + lookback + ":" + threshold;
        }

        @Override
        public int[] sides(BarSeries bars) {
            int[] sides = new int[bars.size()];
            for (int t = lookback; t < sides.length; t++) {
                double before = bars.close(t - lookback);
                double change = (bars.close(t) - before) / before;
                sides[t] = change > threshold ? 1 : change < -threshold ? -1 : 0;
            }
            return sides;
        }
    }

    /** Returns the signal whose {@link #text} this is; empty for any other text. */
    static Optional<PrimarySignal> parse(String text) {
        Matcher matcher = Pattern.compile("(sma-cross|momentum):([0-9]{1,6}):([0-9.E-]{1,24})")
                .matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int first = Integer.parseInt(matcher.group(2));
            return Optional.of(
                    matcher.group(1).equals("momentum")
                            ? new Momentum(first, Double.parseDouble(matcher.group(3)))
                            : new SmaCross(first, Integer.parseInt(matcher.group(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
