package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Splits a series in time: train on one window, test on the next, move on by the length of the test window. The first test
 * window begins {@code train} after the first bar; windows are measured in time, so gaps count. Immutable.
 *
 * <p>A training sample is dropped (purged) if its label's end lies in the test window or less than {@code embargo} bars
 * before it: {@code end + embargo < first test bar} holds for all that stay. Source: M. López de Prado, Advances in
 * Financial Machine Learning (2018), 7.4; the embargo stands before the test window because training never follows it.
 *
 * @param train length of the training window, above zero
 * @param test length of a test window, above zero
 * @param mode whether the training window moves
 * @param embargo bars kept free between the last training label and the test window, zero or more
 */
public record WalkForward(Duration train, Duration test, Mode mode, int embargo) {

    /** Where the training window begins. */
    public enum Mode {
        /** {@code train} before the test window. */
        ROLLING,
        /** Always at the first bar. */
        ANCHORED;

        /** {@return the word used in files} */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The windows of one series. Immutable.
     *
     * @param folds walk-forward windows, oldest first, one after another without overlap, at least one
     * @param holdout the reserved last stretch as one test window, trained on what lies before it; no fold's samples or
     *     labels reach it; empty when none was reserved
     */
    public record Splits(List<Fold> folds, Optional<Fold> holdout) {

        /** Copies the list. */
        public Splits {
            folds = List.copyOf(folds);
        }
    }

    /** Checks the ranges. */
    public WalkForward {
        if (!isPositive(train) || !isPositive(test) || embargo < 0) {
            throw new IllegalArgumentException("expected windows above zero and an embargo of zero or more, was "
                    + train + ", " + test + ", " + embargo);
        }
    }

    /**
     * Returns the windows of the dataset's series. The last walk-forward window ends at the holdout and may be shorter.
     * MISSING_DATA when the bars before the holdout do not hold one training and one test window.
     *
     * @param holdout length reserved at the end, zero or more
     */
    public Outcome<Splits> split(Dataset dataset, Duration holdout) {
        BarSeries bars = dataset.bars();
        long begin = bars.openTime(0);
        long end = bars.openTime(bars.size() - 1) + bars.key().timeframe().millis();
        long border = end - holdout.toMillis();
        long first = begin + train.toMillis();
        if (holdout.isNegative() || first + test.toMillis() > border) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars over at least " + text(train) + " to train, " + text(test) + " to test and " + text(holdout)
                            + " of holdout",
                    text(Duration.ofMillis(end - begin)),
                    bars.key().toString(),
                    "import more bars or shorten the windows"));
        }
        int limit = bars.firstAtOrAfter(border);
        List<Fold> folds = new ArrayList<>();
        for (long start = first; start < border; start += test.toMillis()) {
            int to = Math.min(bars.firstAtOrAfter(start + test.toMillis()), limit);
            fold(dataset, folds.size(), start, to, limit).ifPresent(folds::add);
        }
        return Outcome.success(new Splits(folds, fold(dataset, folds.size(), border, bars.size(), bars.size())));
    }

    /** The window [start, to), or nothing where a gap leaves no bars in it. */
    private Optional<Fold> fold(Dataset dataset, int number, long start, int to, int limit) {
        BarSeries bars = dataset.bars();
        int from = bars.firstAtOrAfter(start);
        if (from >= to) {
            return Optional.empty();
        }
        int begin = mode == Mode.ANCHORED ? 0 : bars.firstAtOrAfter(start - train.toMillis());
        int[] training = IntStream.range(dataset.firstAtOrAfter(begin), dataset.firstAtOrAfter(from))
                .filter(i -> dataset.end(i) + embargo < from)
                .toArray();
        int[] test = IntStream.range(dataset.firstAtOrAfter(from), dataset.firstAtOrAfter(to))
                .filter(i -> dataset.end(i) < limit)
                .toArray();
        return Optional.of(new Fold(number, training, test, from, to));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static String text(Duration duration) {
        return duration.toDays() > 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }
}
