package io.quantloom.engine.dataset;

import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels an event by which of three barriers the price meets first: {@code entry × (1 + k·σ)}, {@code entry × (1 − k·σ)},
 * or the end of the horizon. σ is the {@link ExponentialDeviation} of returns of the close up to the event bar; events
 * before it is defined, or while it is zero, have no label. Source: M. López de Prado, Advances in Financial Machine
 * Learning (2018), 3.4, and 2.5.2 for the events. Immutable.
 *
 * @param takeProfit multiple of σ above the entry, above zero
 * @param stopLoss multiple of σ below the entry, above zero
 * @param horizon bars after the event bar, above zero
 * @param volatilitySpan span of σ in bars, above one
 * @param cusum threshold of the events in log return, above zero; empty: every bar is an event
 * @param entry the price that the barriers are measured from
 * @param touch what meets a barrier
 * @param vertical the label when the horizon passes
 */
public record TripleBarrier(
        double takeProfit,
        double stopLoss,
        int horizon,
        int volatilitySpan,
        OptionalDouble cusum,
        Entry entry,
        Touch touch,
        Vertical vertical) {

    private static final String NUMBER = "([0-9.eE+-]{1,24})";
    private static final Pattern FORM = Pattern.compile("triple-barrier take_profit=" + NUMBER + " stop_loss=" + NUMBER
            + " horizon=([0-9]{1,6}) volatility_span=([0-9]{1,6}) events=(?:all|cusum:" + NUMBER
            + ") entry=([a-z-]+) touch=([a-z-]+) vertical=([a-z-]+)");

    /** The price that barriers are measured from. */
    public enum Entry {
        /** The next bar's open, where an order decided at the close is filled. */
        NEXT_OPEN,
        /** The event bar's close. */
        CLOSE;

        /** {@return the word used in files} */
        public String text() {
            return word(this);
        }
    }

    /** What meets a barrier, from the bar after the event on. */
    public enum Touch {
        /** The bar's high or low; of both in one bar the stop counts. */
        HIGH_LOW,
        /** The bar's close. */
        CLOSE;

        /** {@return the word used in files} */
        public String text() {
            return word(this);
        }
    }

    /** The label when the horizon passes without a touch. */
    public enum Vertical {
        /** The sign of the return up to there. */
        SIGN,
        /** Always 0. */
        ZERO;

        /** {@return the word used in files} */
        public String text() {
            return word(this);
        }
    }

    /** Checks the ranges. */
    public TripleBarrier {
        if (!isPositive(takeProfit) || !isPositive(stopLoss) || !isPositive(cusum.orElse(1))) {
            throw new IllegalArgumentException("barriers and thresholds must be finite and above zero, were "
                    + takeProfit + ", " + stopLoss + ", " + cusum);
        }
        if (horizon < 1 || volatilitySpan < 2) {
            throw new IllegalArgumentException("expected a horizon above zero and a volatility span above one, was "
                    + horizon + " and " + volatilitySpan);
        }
    }

    /** Returns the definition with contracts.md's defaults: span 100, every bar, next open, high and low, sign. */
    public static TripleBarrier of(double takeProfit, double stopLoss, int horizon) {
        return new TripleBarrier(
                takeProfit,
                stopLoss,
                horizon,
                100,
                OptionalDouble.empty(),
                Entry.NEXT_OPEN,
                Touch.HIGH_LOW,
                Vertical.SIGN);
    }

    /** Returns the definition whose {@link #text} this is; empty for any other text. */
    public static Optional<TripleBarrier> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TripleBarrier(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)),
                    matcher.group(5) == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Double.parseDouble(matcher.group(5))),
                    constant(Entry.values(), matcher.group(6)),
                    constant(Touch.values(), matcher.group(7)),
                    constant(Vertical.values(), matcher.group(8))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@return the definition as canonical text: equal definitions, equal texts} */
    public String text() {
        return "triple-barrier take_profit=" + takeProfit + " stop_loss=" + stopLoss + " horizon=" + horizon
                + " volatility_span=" + volatilitySpan
                + " events=" + (cusum.isPresent() ? "cusum:" + cusum.getAsDouble() : "all")
                + " entry=" + entry.text() + " touch=" + touch.text() + " vertical=" + vertical.text();
    }

    /**
     * {@return whether {@code 1 − p} is the probability of a fall: equal barriers, and no event without a side}
     */
    public boolean isSymmetric() {
        return takeProfit == stopLoss && vertical == Vertical.SIGN;
    }

    /** Returns the labels of the series' events. O(n · horizon). */
    public Labels label(BarSeries bars) {
        double[] volatility = ExponentialDeviation.ofReturns(bars.closes(), volatilitySpan);
        boolean[] events = events(bars);
        var labels = new Labels.Builder(text(), bars.size());
        for (int t = 0; t < bars.size(); t++) {
            if (events[t] && volatility[t] > 0) {
                decide(bars, t, volatility[t], labels);
            }
        }
        return labels.build();
    }

    /** Symmetric CUSUM: sums of log returns, one kept from below zero, one from above, each set back when it acts. */
    private boolean[] events(BarSeries bars) {
        boolean[] events = new boolean[bars.size()];
        if (cusum.isEmpty()) {
            Arrays.fill(events, true);
            return events;
        }
        double threshold = cusum.getAsDouble();
        double up = 0;
        double down = 0;
        for (int t = 1; t < events.length; t++) {
            double logReturn = Math.log(bars.close(t) / bars.close(t - 1));
            up = Math.max(0, up + logReturn);
            down = Math.min(0, down + logReturn);
            if (down < -threshold) {
                down = 0;
                events[t] = true;
            } else if (up > threshold) {
                up = 0;
                events[t] = true;
            }
        }
        return events;
    }

    private void decide(BarSeries bars, int t, double volatility, Labels.Builder labels) {
        if (t + 1 >= bars.size()) {
            return;
        }
        double price = entry == Entry.CLOSE ? bars.close(t) : bars.open(t + 1);
        double upper = price * (1 + takeProfit * volatility);
        double lower = price * (1 - stopLoss * volatility);
        int last = Math.min(t + horizon, bars.size() - 1);
        for (int j = t + 1; j <= last; j++) {
            // The stop is asked first: of both in one bar it counts. A bar that opens beyond a barrier ends at its
            // open.
            if ((touch == Touch.CLOSE ? bars.close(j) : bars.low(j)) <= lower) {
                double exit = touch == Touch.CLOSE ? bars.close(j) : Math.min(lower, bars.open(j));
                labels.add(t, j, -1, Labels.Barrier.STOP_LOSS, volatility, exit / price - 1);
                return;
            }
            if ((touch == Touch.CLOSE ? bars.close(j) : bars.high(j)) >= upper) {
                double exit = touch == Touch.CLOSE ? bars.close(j) : Math.max(upper, bars.open(j));
                labels.add(t, j, 1, Labels.Barrier.TAKE_PROFIT, volatility, exit / price - 1);
                return;
            }
        }
        if (t + horizon < bars.size()) {
            double total = bars.close(t + horizon) / price - 1;
            int sign = vertical == Vertical.SIGN ? (int) Math.signum(total) : 0;
            labels.add(t, t + horizon, sign, Labels.Barrier.TIME, volatility, total);
        }
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
