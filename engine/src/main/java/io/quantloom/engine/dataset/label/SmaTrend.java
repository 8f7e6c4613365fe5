package io.quantloom.engine.dataset.label;

import io.quantloom.engine.dataset.label.Labels.Barrier;
import io.quantloom.engine.dataset.label.Labels.Label;
import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.market.BarSeries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Source 2's trend (product.md 2.2): with S the simple moving average of the close and
 * {@code g = S[t + horizon] / S[t] − 1}, a rise is {@code g ≥ change}, a fall {@code g ≤ −change}. The asked direction is
 * +1, the opposite one −1, neither 0. Bars without an average, and the last {@code horizon}, have no label (fault F18).
 *
 * <p>Averages that overlap make this label predictable from past prices alone, on noise too (fault F17): read its score
 * beside that of {@link Predictability placebo twins}. Immutable.
 *
 * @param window bars of the average, above zero
 * @param horizon bars after the event bar, above zero
 * @param change smallest change of the average, a fraction above zero and, for a fall, below 1
 * @param direction which way is positive
 */
public record SmaTrend(int window, int horizon, double change, Direction direction) implements LabelDefinition {

    private static final Pattern FORM = Pattern.compile(
            "sma-trend window=([0-9]{1,6}) horizon=([0-9]{1,6}) change=([0-9.E-]{1,24}) class=([a-z]+)");

    /** Checks the ranges. */
    public SmaTrend {
        if (window < 1 || horizon < 1 || !(change > 0 && change < 1)) {
            throw new IllegalArgumentException("expected a window and a horizon above zero and a change in (0, 1), was "
                    + window + ", " + horizon + " and " + change);
        }
    }

    /** Returns source 2's own: 10 bars, 10 bars, 5 %. */
    public static SmaTrend of(Direction direction) {
        return new SmaTrend(10, 10, 0.05, direction);
    }

    static Optional<LabelDefinition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int window = Integer.parseInt(matcher.group(1));
            int horizon = Integer.parseInt(matcher.group(2));
            double change = Double.parseDouble(matcher.group(3));
            return Words.constant(Direction.values(), matcher.group(4))
                    .map(direction -> new SmaTrend(window, horizon, change, direction));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String text() {
        return "sma-trend window=" + window + " horizon=" + horizon + " change=" + change + " class="
                + direction.text();
    }

    @Override
    public boolean isSymmetric() {
        return false;
    }

    @Override
    public int side() {
        return direction.side();
    }

    @Override
    public Optional<TripleBarrier> barriers() {
        return Optional.empty();
    }

    /** Returns the labels of the bars in [window − 1, n − horizon); returns are from the next open. O(n). */
    @Override
    public Labels label(BarSeries bars) {
        double[] average = TalibIndicators.sma(bars.closes(), window);
        var labels = new Labels.Builder(text(), bars.size());
        int side = direction.side();
        for (int t = window - 1; t + horizon < bars.size(); t++) {
            double now = average[t];
            double later = average[t + horizon];
            int trend = later >= now * (1 + change) ? 1 : later <= now * (1 - change) ? -1 : 0;
            double total = side * (bars.close(t + horizon) / bars.open(t + 1) - 1);
            labels.add(new Label(t, t + horizon, side * trend, Barrier.TIME, Double.NaN, total, side, false));
        }
        return labels.build();
    }
}
