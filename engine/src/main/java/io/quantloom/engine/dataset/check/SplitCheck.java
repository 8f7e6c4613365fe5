package io.quantloom.engine.dataset.check;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.check.Leak.Check;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Looks for what training and test share. A label of event a that ends at b uses the bars (a, b]; a test sample keeps its
 * own [c, d] to itself: {@code b + before < c} for training before it, {@code a ≥ d + after} for training behind it.
 */
public final class SplitCheck {

    private SplitCheck() {}

    /**
     * Bars kept free around tests.
     *
     * @param before between the end of a training label and the test, zero or more
     * @param after between the end of a test label and training, zero or more
     */
    public record Embargo(int before, int after) {

        /** {@return none} */
        public static Embargo none() {
            return new Embargo(0, 0);
        }
    }

    /** Returns the first leak between samples of the dataset; empty for a clean split. */
    public static Optional<Leak> run(Dataset dataset, int[] training, int[] test, Embargo embargo) {
        return run(dataset::bar, dataset::end, dataset.bars().size(), training, test, embargo);
    }

    /**
     * Returns the first leak; empty for a clean split. Its bar is the training sample's, its values where that had to end
     * or begin and where it does. O(bars + samples).
     *
     * @param start event bar of a sample
     * @param end bar that decided its label
     * @param bars length of the series
     * @param training samples
     * @param test samples, in any order
     */
    public static Optional<Leak> run(
            IntUnaryOperator start, IntUnaryOperator end, int bars, int[] training, int[] test, Embargo embargo) {
        int[] tested = new int[bars + 1];
        int[] free = new int[bars + 1];
        for (int i : test) {
            tested[start.applyAsInt(i)]++;
            tested[end.applyAsInt(i) + 1]--;
            free[Math.min(bars, end.applyAsInt(i) + 1)]++;
            free[Math.min(bars, end.applyAsInt(i) + embargo.after())]--;
        }
        int[] used = counts(tested);
        int[] blocked = counts(free);
        for (int i : training) {
            int a = start.applyAsInt(i);
            int b = Math.min(bars - 1, end.applyAsInt(i) + embargo.before());
            if (used[b + 1] - used[a + 1] > 0) {
                int c = a + 1;
                while (used[c + 1] == used[a + 1]) {
                    c++;
                }
                return Optional.of(new Leak(Check.OVERLAP, "training label", a, c, b));
            }
            if (blocked[a + 1] - blocked[a] > 0) {
                return Optional.of(new Leak(Check.OVERLAP, "training event", a, nextFree(blocked, a), a));
            }
        }
        return shared(training, test, start);
    }

    private static Optional<Leak> shared(int[] training, int[] test, IntUnaryOperator start) {
        var both = new java.util.TreeSet<Integer>();
        for (int i : test) {
            both.add(i);
        }
        for (int i : training) {
            if (both.contains(i)) {
                return Optional.of(new Leak(Check.OVERLAP, "sample in both", start.applyAsInt(i), 0, 1));
            }
        }
        return Optional.empty();
    }

    private static int nextFree(int[] blocked, int from) {
        int bar = from;
        while (bar + 1 < blocked.length && blocked[bar + 1] > blocked[bar]) {
            bar++;
        }
        return bar;
    }

    /** {@return how many of the bars [0, t) are covered, from changes of how often each is} */
    private static int[] counts(int[] changes) {
        int[] counts = new int[changes.length];
        int running = 0;
        for (int t = 0; t + 1 < changes.length; t++) {
            running += changes[t];
            counts[t + 1] = counts[t] + (running > 0 ? 1 : 0);
        }
        return counts;
    }
}
