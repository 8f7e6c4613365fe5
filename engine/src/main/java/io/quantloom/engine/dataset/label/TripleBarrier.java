package io.quantloom.engine.dataset.label;

import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels an event by which of three barriers the price meets first: {@code entry × (1 + k·u)}, {@code entry × (1 − k·u)},
 * or the end of the horizon. The unit u is σ, the {@link ExponentialDeviation} of returns of the close up to the event
 * bar, or 1 where barriers are fixed fractions; events before σ is defined, or while it is zero, have no label. Source:
 * M. López de Prado, Advances in Financial Machine Learning (2018), 3.4, and 2.5.2 for the events. Immutable.
 *
 * @param takeProfit distance above the entry in units, above zero
 * @param stopLoss distance below the entry in units, above zero; below 1 where it is a fraction
 * @param horizon bars after the event bar, above zero
 * @param volatilitySpan span of σ in bars, above one; always 100 where barriers are fixed, as it is not used
 * @param cusum threshold of the events in log return, above zero; empty: every bar is an event
 * @param entry the price that the barriers are measured from
 * @param touch what meets a barrier
 * @param vertical the label when the horizon passes
 * @param width what the unit of the distances is
 */
public record TripleBarrier(
        double takeProfit,
        double stopLoss,
        int horizon,
        int volatilitySpan,
        OptionalDouble cusum,
        Entry entry,
        Touch touch,
        Vertical vertical,
        Width width)
        implements LabelDefinition {

    static final int DEFAULT_SPAN = 100;

    private static final String NUMBER = "([0-9.eE+-]{1,24})";
    private static final Pattern FORM = Pattern.compile("triple-barrier (barriers=fixed )?take_profit=" + NUMBER
            + " stop_loss=" + NUMBER + " horizon=([0-9]{1,6})(?: volatility_span=([0-9]{1,6}))? events=(?:all|cusum:"
            + NUMBER + ") entry=([a-z-]+) touch=([a-z-]+) vertical=([a-z-]+)");

    /** The price that barriers are measured from. */
    public enum Entry {
        /** The next bar's open, where an order decided at the close is filled. */
        NEXT_OPEN,
        /** The event bar's close. */
        CLOSE;

        /** {@return the word used in files} */
        public String text() {
            return Words.of(this);
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
            return Words.of(this);
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
            return Words.of(this);
        }
    }

    /** What distances are multiples of. */
    public enum Width {
        /** The volatility at the event. */
        VOLATILITY,
        /** One: distances are fractions of the entry price. */
        FIXED;

        /** {@return the word used in files} */
        public String text() {
            return Words.of(this);
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
        if (width == Width.FIXED) {
            volatilitySpan = DEFAULT_SPAN;
            if (stopLoss >= 1) {
                throw new IllegalArgumentException("a price cannot fall by a fraction of " + stopLoss);
            }
        }
    }

    /** Returns a definition whose barriers are multiples of the volatility. */
    public TripleBarrier(
            double takeProfit,
            double stopLoss,
            int horizon,
            int volatilitySpan,
            OptionalDouble cusum,
            Entry entry,
            Touch touch,
            Vertical vertical) {
        this(takeProfit, stopLoss, horizon, volatilitySpan, cusum, entry, touch, vertical, Width.VOLATILITY);
    }

    /** Returns the definition with contracts.md's defaults: span 100, every bar, next open, high and low, sign. */
    public static TripleBarrier of(double takeProfit, double stopLoss, int horizon) {
        return new TripleBarrier(
                takeProfit,
                stopLoss,
                horizon,
                DEFAULT_SPAN,
                OptionalDouble.empty(),
                Entry.NEXT_OPEN,
                Touch.HIGH_LOW,
                Vertical.SIGN);
    }

    /** Returns the definition with the same defaults and distances that are fractions of the entry price. */
    public static TripleBarrier fixed(double takeProfit, double stopLoss, int horizon) {
        return new TripleBarrier(
                takeProfit,
                stopLoss,
                horizon,
                DEFAULT_SPAN,
                OptionalDouble.empty(),
                Entry.NEXT_OPEN,
                Touch.HIGH_LOW,
                Vertical.SIGN,
                Width.FIXED);
    }

    /** Returns the definition whose {@link #text} this is; empty for any other text. */
    public static Optional<TripleBarrier> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (matcher.group(1) == null) == (matcher.group(5) == null)) {
            return Optional.empty();
        }
        boolean fixed = matcher.group(1) != null;
        Optional<Entry> entry = Words.constant(Entry.values(), matcher.group(7));
        Optional<Touch> touch = Words.constant(Touch.values(), matcher.group(8));
        Optional<Vertical> vertical = Words.constant(Vertical.values(), matcher.group(9));
        if (entry.isEmpty() || touch.isEmpty() || vertical.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TripleBarrier(
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)),
                    fixed ? DEFAULT_SPAN : Integer.parseInt(matcher.group(5)),
                    matcher.group(6) == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Double.parseDouble(matcher.group(6))),
                    entry.get(),
                    touch.get(),
                    vertical.get(),
                    fixed ? Width.FIXED : Width.VOLATILITY));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String text() {
        boolean fixed = width == Width.FIXED;
        return "triple-barrier " + (fixed ? "barriers=fixed " : "") + "take_profit=" + takeProfit + " stop_loss="
                + stopLoss + " horizon=" + horizon
                + (fixed ? "" : " volatility_span=" + volatilitySpan)
                + " events=" + (cusum.isPresent() ? "cusum:" + cusum.getAsDouble() : "all")
                + " entry=" + entry.text() + " touch=" + touch.text() + " vertical=" + vertical.text();
    }

    /**
     * {@return whether {@code 1 − p} is the probability of a fall: equal barriers, and no event without a side}
     */
    @Override
    public boolean isSymmetric() {
        return takeProfit == stopLoss && vertical == Vertical.SIGN;
    }

    @Override
    public int side() {
        return 1;
    }

    @Override
    public Optional<TripleBarrier> barriers() {
        return Optional.of(this);
    }

    /** Returns the labels of the series' events. O(n · horizon). */
    @Override
    public Labels label(BarSeries bars) {
        double[] units = units(bars.closes());
        boolean[] events = events(bars);
        var walk = new BarrierWalk(this, bars);
        var labels = new Labels.Builder(text(), bars.size());
        for (int t = 0; t < bars.size(); t++) {
            if (events[t] && units[t] > 0) {
                walk.from(t, units[t], 1).ifPresent(labels::add);
            }
        }
        return labels.build();
    }

    /**
     * Returns the unit of the distances at every bar, from closes up to it: σ, NaN while it is undefined, or 1. O(n).
     *
     * @param closes oldest first
     */
    public double[] units(double[] closes) {
        return Arrays.stream(closes).map(unit()).toArray();
    }

    /** Returns the same for closes to come: a fresh function, with state, that is handed each close once, in order. */
    public DoubleUnaryOperator unit() {
        if (width == Width.FIXED) {
            return _ -> 1;
        }
        return new ExponentialDeviation(volatilitySpan)::next;
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

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }
}
