package io.quantloom.engine.dataset.label;

import io.quantloom.engine.dataset.label.Labels.Barrier;
import io.quantloom.engine.dataset.label.Labels.Label;
import io.quantloom.engine.market.BarSeries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels every bar by what a position held over the horizon earns: with {@code r = close[t + horizon] / entry − 1},
 * mirrored where a fall is positive, +1 for {@code r > cost}, −1 for {@code r < −cost}, else 0: nothing there pays for a
 * trade. Bars whose horizon the series does not reach have no label. Immutable.
 *
 * @param horizon bars after the event bar, above zero
 * @param cost of entry and exit together, a fraction of the notional, zero or more and below 1
 * @param entry the price that the return is measured from
 * @param direction which way is positive
 */
public record ForwardReturn(int horizon, double cost, TripleBarrier.Entry entry, Direction direction)
        implements LabelDefinition {

    private static final Pattern FORM =
            Pattern.compile("forward-return horizon=([0-9]{1,6}) cost=([0-9.E-]{1,24}) entry=([a-z-]+) class=([a-z]+)");

    /** Checks the ranges. */
    public ForwardReturn {
        if (horizon < 1 || !(cost >= 0 && cost < 1)) {
            throw new IllegalArgumentException(
                    "expected a horizon above zero and a cost in [0, 1), was " + horizon + " and " + cost);
        }
    }

    static Optional<LabelDefinition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int horizon = Integer.parseInt(matcher.group(1));
            double cost = Double.parseDouble(matcher.group(2));
            return Words.constant(TripleBarrier.Entry.values(), matcher.group(3))
                    .flatMap(entry -> Words.constant(Direction.values(), matcher.group(4))
                            .map(direction -> new ForwardReturn(horizon, cost, entry, direction)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String text() {
        return "forward-return horizon=" + horizon + " cost=" + cost + " entry=" + entry.text() + " class="
                + direction.text();
    }

    @Override
    public boolean isSymmetric() {
        return cost == 0;
    }

    @Override
    public int side() {
        return direction.side();
    }

    @Override
    public Optional<TripleBarrier> barriers() {
        return Optional.empty();
    }

    /** Returns the labels of all bars but the last {@code horizon}. O(n). */
    @Override
    public Labels label(BarSeries bars) {
        var labels = new Labels.Builder(text(), bars.size());
        int side = direction.side();
        for (int t = 0; t + horizon < bars.size(); t++) {
            double price = entry == TripleBarrier.Entry.CLOSE ? bars.close(t) : bars.open(t + 1);
            double total = side * (bars.close(t + horizon) / price - 1);
            int label = total > cost ? 1 : total < -cost ? -1 : 0;
            labels.add(new Label(t, t + horizon, label, Barrier.TIME, Double.NaN, total, side, false));
        }
        return labels.build();
    }
}
