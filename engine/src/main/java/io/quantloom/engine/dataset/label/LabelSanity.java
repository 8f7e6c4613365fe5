package io.quantloom.engine.dataset.label;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.twin.Drift;
import io.quantloom.engine.market.twin.PlaceboTwins;
import io.quantloom.engine.market.twin.TwinMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What should be looked at before labels are learned from. Immutable.
 *
 * @param definition as canonical text
 * @param bars of the series
 * @param size number of labels
 * @param positive number of +1
 * @param neutral number of 0
 * @param negative number of −1
 * @param ambiguous labels whose bar touched both barriers; counted as stops
 * @param meanLength bars from event to end; NaN without labels, as all means here
 * @param meanConcurrency labels that use the same bar, mean over the bars that any label uses, 1 or more
 * @param meanUniqueness {@link AverageUniqueness}, mean over the labels, in (0, 1]
 * @param effectiveSize sum of the uniqueness: how many labels without overlap these are worth
 * @param meanReturn of a position on the label's side, a fraction without costs
 * @param predictability of each scorer, on the series and on placebo twins
 */
public record LabelSanity(
        String definition,
        int bars,
        int size,
        int positive,
        int neutral,
        int negative,
        int ambiguous,
        double meanLength,
        double meanConcurrency,
        double meanUniqueness,
        double effectiveSize,
        double meanReturn,
        List<Predictability> predictability) {

    /** Number of twins that {@link #of(LabelDefinition, BarSeries, Seeds)} makes. */
    public static final int TWINS = 5;

    /** Copies the list. */
    public LabelSanity {
        predictability = List.copyOf(predictability);
    }

    /** {@return the share of positive labels, in [0, 1]; NaN without labels} */
    public double balance() {
        return (double) positive / size;
    }

    /**
     * Returns what there is to say with the two simple scorers and twins whose bars go up or down by the throw of a coin
     * ({@link TwinMethod.Signs}): no direction can be known there.
     *
     * @param bars at least three
     */
    public static LabelSanity of(LabelDefinition definition, BarSeries bars, Seeds seeds) {
        var coins = new PlaceboTwins(bars, new TwinMethod.Signs(), Drift.REMOVED);
        List<BarSeries> twins = new ArrayList<>();
        for (int k = 0; k < TWINS; k++) {
            twins.add(coins.twin(seeds.child("label-twin/" + k)));
        }
        List<LabelScorer> scorers =
                List.of(LabelScorer.persistence(), LabelScorer.distance(Math.max(2, definition.horizon())));
        return of(definition, bars, scorers, twins);
    }

    /**
     * Returns what there is to say.
     *
     * @param scorers who guess
     * @param twins of the same bars, in which nothing can be known
     */
    public static LabelSanity of(
            LabelDefinition definition, BarSeries bars, List<LabelScorer> scorers, List<BarSeries> twins) {
        Labels labels = definition.label(bars);
        int[] counts = new int[3];
        int ambiguous = 0;
        double length = 0;
        double total = 0;
        for (int i = 0; i < labels.size(); i++) {
            counts[1 + labels.label(i)]++;
            ambiguous += labels.isAmbiguous(i) ? 1 : 0;
            length += labels.end(i) - labels.bar(i);
            total += labels.realizedReturn(i);
        }
        double[] uniqueness = AverageUniqueness.of(labels, bars.size());
        double effective = Arrays.stream(uniqueness).sum();
        return new LabelSanity(
                definition.text(),
                bars.size(),
                labels.size(),
                counts[2],
                counts[1],
                counts[0],
                ambiguous,
                length / labels.size(),
                concurrency(labels, bars.size()),
                effective / labels.size(),
                effective,
                total / labels.size(),
                scorers.stream()
                        .map(scorer -> Predictability.of(scorer, definition, bars, twins))
                        .toList());
    }

    private static double concurrency(Labels labels, int bars) {
        int[] starts = new int[labels.size()];
        int[] ends = new int[labels.size()];
        Arrays.setAll(starts, labels::bar);
        Arrays.setAll(ends, labels::end);
        return Arrays.stream(AverageUniqueness.concurrency(starts, ends, bars))
                .filter(count -> count > 0)
                .average()
                .orElse(Double.NaN);
    }
}
