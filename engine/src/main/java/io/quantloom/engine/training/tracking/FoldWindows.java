package io.quantloom.engine.training.tracking;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Splits;
import io.quantloom.engine.market.BarSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which stretch of time a fold trained on and which it was tested on, as recorded in the run of a symbol. What lies between
 * two stretches was left out on purpose: purged or embargoed. Immutable.
 *
 * @param number its place among the folds, from 0
 * @param isHoldout whether it is the reserved last stretch
 * @param training oldest first, from the first event to the close that decided the last label
 * @param test oldest first, at least one
 */
public record FoldWindows(int number, boolean isHoldout, List<Span> training, List<Span> test) {

    /** Copies the lists. */
    public FoldWindows {
        training = List.copyOf(training);
        test = List.copyOf(test);
    }

    /** A stretch of time [from, to), UTC. Immutable. */
    public record Span(Instant from, Instant to) {}

    /** Returns the windows of all folds, the holdout last. */
    public static List<FoldWindows> of(Dataset dataset, Splits splits) {
        var all = new ArrayList<FoldWindows>();
        splits.folds().forEach(fold -> all.add(of(dataset, fold, false)));
        splits.holdout().ifPresent(fold -> all.add(of(dataset, fold, true)));
        return all;
    }

    private static FoldWindows of(Dataset dataset, Fold fold, boolean isHoldout) {
        return new FoldWindows(
                fold.number(),
                isHoldout,
                training(dataset, fold.training()),
                fold.windows().stream()
                        .map(window -> span(dataset.bars(), window.from(), window.to() - 1))
                        .toList());
    }

    /** Samples without a gap between them are one stretch. */
    private static List<Span> training(Dataset dataset, int[] samples) {
        var spans = new ArrayList<Span>();
        int first = 0;
        for (int i = 1; i <= samples.length; i++) {
            if (i == samples.length || samples[i] != samples[i - 1] + 1) {
                spans.add(span(dataset.bars(), dataset.bar(samples[first]), dataset.end(samples[i - 1])));
                first = i;
            }
        }
        return spans;
    }

    private static Span span(BarSeries bars, int first, int last) {
        return new Span(
                Instant.ofEpochMilli(bars.openTime(first)),
                Instant.ofEpochMilli(
                        bars.openTime(last) + bars.key().timeframe().millis()));
    }
}
