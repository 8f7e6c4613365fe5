package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
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
public record WalkForward(Duration train, Duration test, Mode mode, int embargo) implements Validation {

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

    /** Checks the ranges. */
    public WalkForward {
        if (!isPositive(train) || !isPositive(test) || embargo < 0) {
            throw new IllegalArgumentException("expected windows above zero and an embargo of zero or more, was "
                    + train + ", " + test + ", " + embargo);
        }
    }

    @Override
    public String text() {
        return "walk-forward train=" + Stretch.exact(train) + " test=" + Stretch.exact(test) + " mode=" + mode.text()
                + " embargo=" + embargo;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The last walk-forward window ends at the reserved stretch and may be shorter. MISSING_DATA when the bars before
     * that stretch do not hold one training and one test window.
     */
    @Override
    public Outcome<Splits> split(Dataset dataset, Duration reserved) {
        BarSeries bars = dataset.bars();
        long begin = bars.openTime(0);
        long end = Stretch.end(bars);
        long border = end - reserved.toMillis();
        long first = begin + train.toMillis();
        if (reserved.isNegative() || first + test.toMillis() > border) {
            return Outcome.failed(Stretch.tooShort(
                    dataset,
                    "bars over at least " + Stretch.text(train) + " to train, " + Stretch.text(test) + " to test and "
                            + Stretch.text(reserved) + " of holdout",
                    Stretch.text(Duration.ofMillis(end - begin))));
        }
        int limit = bars.firstAtOrAfter(border);
        List<Fold> folds = new ArrayList<>();
        for (long start = first; start < border; start += test.toMillis()) {
            int to = Math.min(bars.firstAtOrAfter(start + test.toMillis()), limit);
            fold(dataset, folds.size(), start, to, limit).ifPresent(folds::add);
        }
        return Outcome.success(Splits.inOneCurve(folds, fold(dataset, folds.size(), border, bars.size(), bars.size())));
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
        var window = new Window(from, to);
        return Optional.of(new Fold(number, training, new Stretch(dataset, limit).samplesIn(window), List.of(window)));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
