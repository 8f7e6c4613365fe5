package io.quantloom.engine.dataset.label;

import io.quantloom.engine.market.BarSeries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the signals of a primary strategy: an event is a bar at which it turns long or short, and the label says whether
 * that side was right, by the barriers of a position on that side. +1: the take-profit was met first; −1: the stop-loss;
 * at the end of the horizon as {@code vertical} says. A model of it says how likely a signal is to be right, not which way
 * prices go. Source: M. López de Prado, Advances in Financial Machine Learning (2018), 3.6. Immutable.
 *
 * @param primary whose signals
 * @param outcome barriers; its events are not used and must be all
 */
public record MetaLabel(PrimarySignal primary, TripleBarrier outcome) implements LabelDefinition {

    private static final Pattern FORM = Pattern.compile("meta primary=([a-z-]+:[0-9.E:-]+) (triple-barrier .*)");

    /** Checks that the primary alone makes events, and that prices can reach the barriers of a short position. */
    public MetaLabel {
        if (outcome.cusum().isPresent()) {
            throw new IllegalArgumentException("the events of a meta label are its primary's signals");
        }
        if (outcome.width() == TripleBarrier.Width.FIXED && outcome.takeProfit() >= 1) {
            throw new IllegalArgumentException("a price cannot fall by a fraction of " + outcome.takeProfit());
        }
    }

    static Optional<LabelDefinition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return PrimarySignal.parse(matcher.group(1))
                .flatMap(primary -> TripleBarrier.parse(matcher.group(2))
                        .filter(outcome -> outcome.cusum().isEmpty())
                        .filter(outcome ->
                                outcome.width() == TripleBarrier.Width.VOLATILITY || outcome.takeProfit() < 1)
                        .map(outcome -> new MetaLabel(primary, outcome)));
    }

    @Override
    public String text() {
        return "meta primary=" + primary.text() + " " + outcome.text();
    }

    @Override
    public int horizon() {
        return outcome.horizon();
    }

    @Override
    public boolean isSymmetric() {
        return false;
    }

    @Override
    public int side() {
        return 0;
    }

    @Override
    public Optional<PrimarySignal> judged() {
        return Optional.of(primary);
    }

    @Override
    public Optional<TripleBarrier> barriers() {
        return Optional.of(outcome);
    }

    /** Returns the labels of the primary's turns. O(n + events · horizon). */
    @Override
    public Labels label(BarSeries bars) {
        int[] sides = primary.sides(bars);
        double[] units = outcome.units(bars.closes());
        var walk = new BarrierWalk(outcome, bars);
        var labels = new Labels.Builder(text(), bars.size());
        for (int t = 1; t < sides.length; t++) {
            if (sides[t] != 0 && sides[t] != sides[t - 1] && units[t] > 0) {
                walk.from(t, units[t], sides[t]).ifPresent(labels::add);
            }
        }
        return labels.build();
    }
}
