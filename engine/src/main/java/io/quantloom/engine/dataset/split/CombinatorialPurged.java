package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the samples into n groups of equal number that follow one another, and tests on every choice of k of them with a
 * model of the others: {@code C(n, k)} folds. Each group is tested {@code C(n − 1, k − 1)} times, so that many backtest
 * paths cover all of it: 6 choose 2 gives 15 folds and 5 paths. Immutable.
 *
 * <p>Purge and embargo as in {@link PurgedKFold}, beside each of the k blocks. The p-th path takes for each group the p-th
 * fold, in lexicographic order of the chosen groups, that tests on it. Source: M. López de Prado, Advances in Financial
 * Machine Learning (2018), 12.4.
 *
 * @param n number of groups, at least 2
 * @param k number of groups tested at a time, at least 1 and below n
 * @param embargo bars kept free behind each test block, zero or more; {@link Embargo} where the features look back farther
 */
public record CombinatorialPurged(int n, int k, int embargo) implements Validation {

    /** More folds than this are refused: each is a model to fit. */
    public static final int MOST_FOLDS = 5_000;

    /** Checks the ranges. */
    public CombinatorialPurged {
        if (n < 2 || k < 1 || k >= n || embargo < 0) {
            throw new IllegalArgumentException(
                    "expected at least 2 groups, 1 or more but not all of them tested, and an embargo of zero or more,"
                            + " was "
                            + n + ", " + k + ", " + embargo);
        }
        if (folds(n, k) > MOST_FOLDS) {
            throw new IllegalArgumentException(n + " choose " + k + " is more than " + MOST_FOLDS + " folds");
        }
    }

    /** {@return n choose k, the number of folds; infinite beyond the range} */
    public static double folds(int n, int k) {
        double folds = 1;
        for (int i = 1; i <= k; i++) {
            // Exact as long as it is below 2^53: each product of i factors is divisible by i.
            folds = folds * (n - k + i) / i;
        }
        return folds;
    }

    @Override
    public String text() {
        return "combinatorial groups=" + n + " test_groups=" + k + " embargo=" + embargo;
    }

    @Override
    public Outcome<Splits> split(Dataset dataset, Duration reserved) {
        return split(dataset, reserved, n, k, embargo);
    }

    @Override
    public Optional<Embargo> embargo(Dataset dataset) {
        return Optional.of(Embargo.of(dataset, embargo));
    }

    static Outcome<Splits> split(Dataset dataset, Duration reserved, int n, int k, int embargo) {
        return Stretch.before(dataset, reserved).then(stretch -> {
            int[] samples = stretch.samples();
            if (samples.length < n) {
                return Outcome.failed(Stretch.tooShort(
                        dataset, "at least " + n + " samples for as many groups", samples.length + ""));
            }
            return folds(stretch, Groups.of(dataset, samples, n, stretch.limit()), k, Embargo.of(dataset, embargo));
        });
    }

    private static Outcome<Splits> folds(Stretch stretch, Groups groups, int k, Embargo embargo) {
        var purge = new Purge(stretch.dataset(), embargo.bars());
        List<Fold> folds = new ArrayList<>();
        for (int[] chosen : choices(groups.size(), k)) {
            Fold fold = groups.fold(folds.size(), chosen, purge);
            if (fold.training().length == 0) {
                return Outcome.failed(Stretch.tooShort(
                        stretch.dataset(),
                        "samples to train on beside the test of every fold",
                        "none for fold " + folds.size() + " with labels purged and an embargo of " + embargo.bars()
                                + " bars"));
            }
            folds.add(fold);
        }
        return Outcome.success(
                new Splits(folds, stretch.reserved(folds.size(), embargo.asked()), paths(folds, groups)));
    }

    private static List<BacktestPath> paths(List<Fold> folds, Groups groups) {
        List<List<BacktestPath.Part>> paths = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Window window = groups.window(g);
            int path = 0;
            for (Fold fold : folds) {
                if (fold.windows().contains(window)) {
                    if (g == 0) {
                        paths.add(new ArrayList<>());
                    }
                    paths.get(path++).add(new BacktestPath.Part(fold.number(), window));
                }
            }
        }
        return paths.stream().map(BacktestPath::new).toList();
    }

    /** Returns every choice of k of the numbers [0, n), each ascending, in lexicographic order. */
    static List<int[]> choices(int n, int k) {
        List<int[]> choices = new ArrayList<>();
        int[] chosen = new int[k];
        for (int i = 0; i < k; i++) {
            chosen[i] = i;
        }
        while (true) {
            choices.add(chosen.clone());
            int place = k - 1;
            while (place >= 0 && chosen[place] == n - k + place) {
                place--;
            }
            if (place < 0) {
                return choices;
            }
            chosen[place]++;
            for (int i = place + 1; i < k; i++) {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }
}
