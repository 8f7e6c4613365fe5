package io.quantloom.engine.model.calibration;

import io.quantloom.engine.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a training set to fit on, and later ones to score, for choices that are made inside a training window.
 * Immutable.
 */
public final class InnerFold {

    private final int[] training;
    private final int[] test;

    private InnerFold(int[] training, int[] test) {
        this.training = training;
        this.test = test;
    }

    /**
     * Returns a fold.
     *
     * @param training indices of rows to fit on, ascending
     * @param test indices of the rows to score, ascending, at least one
     */
    public static InnerFold of(int[] training, int[] test) {
        if (test.length == 0) {
            throw new IllegalArgumentException("a fold needs rows to score");
        }
        return new InnerFold(training.clone(), test.clone());
    }

    /**
     * Cuts the rows, which ascend in time, into {@code count + 1} equal stretches. Each but the first is scored by what is
     * fitted on all before it, less the rows whose label is not decided {@code embargo} bars before the stretch begins:
     * {@code end + embargo < first bar} holds for all that stay. The last stretch takes what division leaves. A stretch
     * without a row to fit on gives no fold.
     *
     * @param count number of folds, above zero
     * @param embargo bars, zero or more
     */
    public static List<InnerFold> forward(TrainingSet set, int count, int embargo) {
        if (count < 1 || embargo < 0) {
            throw new IllegalArgumentException(
                    "expected folds above zero and an embargo of zero or more, was " + count + ", " + embargo);
        }
        List<InnerFold> folds = new ArrayList<>();
        for (int fold = 1; fold <= count; fold++) {
            int from = cut(set, fold, count);
            int to = cut(set, fold + 1, count);
            if (from < to) {
                int begin = set.bar(from);
                int[] training = IntStream.range(0, from)
                        .filter(i -> (long) set.end(i) + embargo < begin)
                        .toArray();
                if (training.length > 0) {
                    folds.add(new InnerFold(training, IntStream.range(from, to).toArray()));
                }
            }
        }
        return List.copyOf(folds);
    }

    private static int cut(TrainingSet set, int fold, int count) {
        return (int) ((long) fold * set.size() / (count + 1));
    }

    /** {@return a copy of the rows to fit on} */
    public int[] training() {
        return training.clone();
    }

    /** {@return a copy of the rows to score} */
    public int[] test() {
        return test.clone();
    }

    /** Whether the label of no row to fit on overlaps the stretch from the first event to the last end of the test rows. */
    boolean isPurged(TrainingSet set) {
        int begin = IntStream.of(test).map(set::bar).min().orElseThrow();
        int end = IntStream.of(test).map(set::end).max().orElseThrow();
        return IntStream.of(training).noneMatch(i -> set.end(i) >= begin && set.bar(i) <= end);
    }
}
