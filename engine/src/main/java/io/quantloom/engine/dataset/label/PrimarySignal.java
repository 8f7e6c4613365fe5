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

    /** {@return the signal without bars, to be fed those of a series} */
    Stream stream();

    /** Returns the side at each bar's close: +1 long, −1 short, 0 nothing. */
    default int[] sides(BarSeries bars) {
        Stream stream = stream();
        int[] sides = new int[bars.size()];
        for (int t = 0; t < sides.length; t++) {
            sides[t] = stream.next(bars.close(t));
        }
        return sides;
    }

    /** The signal bar by bar. Has state; used by one thread. */
    @FunctionalInterface
    interface Stream {

        /** Takes the close of the bar that has just closed and returns the side at it: +1 long, −1 short, 0 nothing. */
        int next(double close);
    }

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
        public Stream stream() {
            return new CrossStream(fast, slow);
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
        public Stream stream() {
            double[] closes = new double[lookback];
            int[] taken = {0};
            return close -> {
                int place = taken[0]++ % lookback;
                double before = closes[place];
                closes[place] = close;
                if (taken[0] <= lookback) {
                    return 0;
                }
                double change = (close - before) / before;
                return change > threshold ? 1 : change < -threshold ? -1 : 0;
            };
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
