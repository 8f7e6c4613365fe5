package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.market.BarSeries;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One split: train on the past, test on the last stretch. The cheapest test and the weakest: one short stretch, with no
 * spread to judge it by. Immutable.
 *
 * <p>As in {@link WalkForward}, {@code end + embargo < first test bar} holds for every training sample.
 *
 * @param last what is tested
 * @param embargo bars kept free between the last training label and the test window, zero or more
 */
public record Holdout(Last last, int embargo) implements Validation {

    /** How much is tested. */
    public sealed interface Last {

        /** {@return the canonical text, for example {@code 0.05} or {@code 180d}} */
        String text();
    }

    /**
     * The last share of the bars, rounded to whole bars and at least one.
     *
     * @param fraction in (0, 1)
     */
    public record Share(double fraction) implements Last {

        /** Checks the range. */
        public Share {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException("a share to test must be in (0, 1), was " + fraction);
            }
        }

        @Override
        public String text() {
            return Double.toString(fraction);
        }
    }

    /**
     * The last length of time.
     *
     * @param duration above zero
     */
    public record Length(Duration duration) implements Last {

        /** Checks the range. */
        public Length {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("a length to test must be above zero, was " + duration);
            }
        }

        @Override
        public String text() {
            return Stretch.exact(duration);
        }
    }

    /** Checks the range. */
    public Holdout {
        if (embargo < 0) {
            throw new IllegalArgumentException("an embargo is zero or more, was " + embargo);
        }
    }

    /** Returns source 2's split, the last 5 % of the bars, but purged. */
    public static Holdout ofTwentieth(int embargo) {
        return new Holdout(new Share(0.05), embargo);
    }

    @Override
    public String text() {
        return "holdout test=" + last.text() + " embargo=" + embargo;
    }

    @Override
    public Outcome<Splits> split(Dataset dataset, Duration reserved) {
        return Stretch.before(dataset, reserved).then(this::split);
    }

    private Outcome<Splits> split(Stretch stretch) {
        Dataset dataset = stretch.dataset();
        int from = from(dataset.bars(), stretch.limit());
        int[] training = IntStream.range(0, dataset.firstAtOrAfter(from))
                .filter(i -> dataset.end(i) + embargo < from)
                .toArray();
        if (from >= stretch.limit() || training.length == 0) {
            return Outcome.failed(Stretch.tooShort(
                    dataset,
                    "samples to train on before the last " + last.text() + " and an embargo of " + embargo + " bars",
                    "none in " + stretch.limit() + " bars"));
        }
        var window = new Window(from, stretch.limit());
        var fold = new Fold(0, training, stretch.samplesIn(window), List.of(window));
        return Outcome.success(Splits.inOneCurve(List.of(fold), stretch.reserved(1, embargo)));
    }

    private int from(BarSeries bars, int limit) {
        return switch (last) {
            case Share(double fraction) -> limit - (int) Math.max(1, Math.round(limit * fraction));
            case Length(Duration duration) -> {
                long end = limit < bars.size() ? bars.openTime(limit) : Stretch.end(bars);
                yield bars.firstAtOrAfter(end - duration.toMillis());
            }
        };
    }
}
