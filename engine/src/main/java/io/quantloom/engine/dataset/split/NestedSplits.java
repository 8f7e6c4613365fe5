package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds inside the training samples of other folds: choose settings on the inner ones, measure the choice on the outer
 * test, which had no part in it. Immutable.
 *
 * @param folds one for each outer fold, in their order; the reserved stretch, where there is one, last
 */
public record NestedSplits(List<Nested> folds) {

    /**
     * An outer fold and the folds of its training samples.
     *
     * @param outer what is measured
     * @param inner purged k folds whose samples are all among the outer's training samples; their windows hold no bar of
     *     the outer's test windows
     */
    public record Nested(Fold outer, List<Fold> inner) {

        /** Copies the list. */
        public Nested {
            inner = List.copyOf(inner);
        }

        /** {@return the inner folds as one curve, with the outer one as the stretch that none of them touches} */
        public Splits splits() {
            return Splits.inOneCurve(inner, Optional.of(outer));
        }
    }

    /** Copies the list. */
    public NestedSplits {
        folds = List.copyOf(folds);
    }

    /**
     * Returns the inner folds of every outer fold. MISSING_DATA when a training window has too few samples for them.
     *
     * @param inner how the training samples are split again
     */
    public static Outcome<NestedSplits> of(Dataset dataset, Splits outer, PurgedKFold inner) {
        List<Fold> all = new ArrayList<>(outer.folds());
        outer.holdout().ifPresent(all::add);
        List<Nested> nested = new ArrayList<>();
        for (Fold fold : all) {
            Outcome<Nested> within = of(dataset, fold, inner);
            if (!(within instanceof Outcome.Success<Nested>(var found))) {
                return within.map(_ -> new NestedSplits(nested));
            }
            nested.add(found);
        }
        return Outcome.success(new NestedSplits(nested));
    }

    /** Returns the inner folds of one outer fold. MISSING_DATA when its training window has too few samples for them. */
    public static Outcome<Nested> of(Dataset dataset, Fold outer, PurgedKFold inner) {
        List<Fold> folds = within(dataset, outer, inner);
        return folds.isEmpty()
                ? Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "samples to train and test on in each of " + inner.k() + " inner folds",
                        outer.training().length + " training samples in fold " + outer.number(),
                        dataset.bars().key().toString(),
                        "import more bars, or take fewer folds or a shorter embargo"))
                : Outcome.success(new Nested(outer, folds));
    }

    /** The folds inside the training samples; none when one of them would have nothing to train on. */
    private static List<Fold> within(Dataset dataset, Fold outer, PurgedKFold validation) {
        int[] samples = outer.training();
        var purge = new Purge(dataset, Embargo.of(dataset, validation.embargo()).bars());
        List<Fold> folds = new ArrayList<>();
        if (samples.length < validation.k()) {
            return folds;
        }
        Groups groups =
                Groups.of(dataset, samples, validation.k(), dataset.bars().size());
        for (int g = 0; g < groups.size(); g++) {
            int[] test = groups.samples(g);
            List<Window> windows = runs(dataset, test, outer.windows());
            int[] training = purge.training(samples, windows, test);
            if (training.length == 0) {
                return List.of();
            }
            folds.add(new Fold(g, training, test, windows));
        }
        return folds;
    }

    // An outer test window may lie in the middle of an inner group: the group's bars are cut there.
    private static List<Window> runs(Dataset dataset, int[] samples, List<Window> outer) {
        List<Window> runs = new ArrayList<>();
        int from = dataset.bar(samples[0]);
        int last = from;
        for (int sample : samples) {
            int bar = dataset.bar(sample);
            int before = last;
            if (outer.stream().anyMatch(window -> window.from() > before && window.from() <= bar)) {
                runs.add(new Window(from, before + 1));
                from = bar;
            }
            last = bar;
        }
        runs.add(new Window(from, last + 1));
        return runs;
    }
}
