package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Timeframe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the folds may use: the bars before a border, and the samples whose label is decided before it.
 *
 * @param dataset the samples
 * @param limit first bar of the reserved stretch, the number of bars where nothing is reserved
 */
record Stretch(Dataset dataset, int limit) {

    static Outcome<Stretch> before(Dataset dataset, Duration reserved) {
        BarSeries bars = dataset.bars();
        long end = end(bars);
        int limit = bars.firstAtOrAfter(end - reserved.toMillis());
        if (reserved.isNegative() || limit == 0) {
            return Outcome.failed(tooShort(
                    dataset,
                    "bars before the " + text(reserved) + " of holdout",
                    text(Duration.ofMillis(end - bars.openTime(0)))));
        }
        return Outcome.success(new Stretch(dataset, limit));
    }

    /** {@return when the last bar closes, epoch milliseconds} */
    static long end(BarSeries bars) {
        return bars.openTime(bars.size() - 1) + bars.key().timeframe().millis();
    }

    static Failure tooShort(Dataset dataset, String expected, String found) {
        return Failure.of(
                Reason.MISSING_DATA,
                expected,
                found,
                dataset.bars().key().toString(),
                "import more bars or shorten the windows");
    }

    static String text(Duration duration) {
        return duration.toDays() > 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }

    /** {@return the length to the second, for definitions; {@link #text} is for sentences} */
    static String exact(Duration duration) {
        return duration.toNanosPart() == 0 ? new Timeframe(duration).toString() : duration.toString();
    }

    /** {@return the samples whose label ends before the border, ascending} */
    int[] samples() {
        return samplesIn(new Window(0, limit));
    }

    /** {@return the samples whose event lies in the window and whose label ends before the border, ascending} */
    int[] samplesIn(Window window) {
        return IntStream.range(dataset.firstAtOrAfter(window.from()), dataset.firstAtOrAfter(window.to()))
                .filter(i -> dataset.end(i) < limit)
                .toArray();
    }

    /** Returns the reserved stretch as a fold trained on all that ends {@code embargo} bars before it. */
    Optional<Fold> reserved(int number, int embargo) {
        int size = dataset.bars().size();
        if (limit >= size) {
            return Optional.empty();
        }
        var window = new Window(limit, size);
        int[] training = IntStream.range(0, dataset.firstAtOrAfter(limit))
                .filter(i -> dataset.end(i) + embargo < limit)
                .toArray();
        return Optional.of(new Fold(number, training, new Stretch(dataset, size).samplesIn(window), List.of(window)));
    }
}
