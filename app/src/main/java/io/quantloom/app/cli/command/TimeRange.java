package io.quantloom.app.cli.command;

import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the bars of a series by time; both ends inclusive, a date means its whole day. */
final class TimeRange {

    @Option(names = "--from", paramLabel = "TIME", description = "first bar; a date or an ISO-8601 time")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "last bar; a date means its whole day")
    private @Nullable String to;

    /**
     * Some bars of a series.
     *
     * @param series all its bars: what is computed may need those before
     * @param first index of the first chosen bar
     * @param end index after the last chosen bar
     */
    record Rows(BarSeries series, int first, int end) {}

    /** {@return the first time asked for} */
    Outcome<Optional<Instant>> from() {
        return read("--from", from, Kind.fromTime());
    }

    /** {@return the last time asked for} */
    Outcome<Optional<Instant>> to() {
        return read("--to", to, Kind.toTime());
    }

    /** Loads the series and goes on with the rows asked for; wrong usage for a time that cannot be read. */
    Outcome<Reply> rows(Application application, SeriesKey key, Function<Rows, Outcome<Reply>> next) {
        Outcome<Rows> rows = from().then(first -> to().then(last -> rows(application, key, first, last)));
        return switch (rows) {
            case Outcome.Success<Rows>(var value) -> next.apply(value);
            case Outcome.Canceled<Rows> _ -> Outcome.canceled();
            case Outcome.Failed<Rows>(var failure) ->
                failure.reason() == Failure.Reason.PARSING
                        ? Outcome.success(Reply.wrongUsage(failure))
                        : Outcome.failed(failure);
        };
    }

    private static Outcome<Rows> rows(
            Application application, SeriesKey key, Optional<Instant> first, Optional<Instant> last) {
        Optional<BarSeries> loaded = application.stores().bars().load(key);
        if (loaded.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT, "the series " + key, "it was deleted meanwhile", "", "try again"));
        }
        BarSeries series = loaded.get();
        int begin =
                first.map(time -> series.firstAtOrAfter(time.toEpochMilli())).orElse(0);
        int end =
                last.map(time -> series.firstAtOrAfter(time.toEpochMilli() + 1)).orElse(series.size());
        return Outcome.success(new Rows(series, begin, Math.max(begin, end)));
    }

    private static Outcome<Optional<Instant>> read(String option, @Nullable String text, Kind<Instant> kind) {
        if (text == null) {
            return Outcome.success(Optional.empty());
        }
        Optional<Instant> time = kind.parse().apply(text);
        return time.isPresent()
                ? Outcome.success(time)
                : Outcome.failed(
                        Failure.of(Failure.Reason.PARSING, kind.expected(), "'" + text + "'", option, "correct it"));
    }
}
