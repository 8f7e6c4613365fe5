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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that choose the bars of a series by time; both ends inclusive, a date means its whole day. */
public final class TimeRange {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = First.class,
            description = "first bar; a date or an ISO-8601 time")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Last.class,
            description = "last bar; a date means its whole day")
    private @Nullable Instant to;

    /** {@return the first time asked for} */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** {@return the last time asked for} */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /**
     * Some bars of a series.
     *
     * @param series all its bars
     * @param first index of the first chosen bar
     * @param end index after the last chosen bar
     */
    public record Rows(BarSeries series, int first, int end) {}

    /** Loads the series and goes on with the rows asked for. */
    public Outcome<Reply> rows(Application application, SeriesKey key, Function<Rows, Outcome<Reply>> next) {
        Optional<BarSeries> loaded = application.stores().bars().load(key);
        if (loaded.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT, "the series " + key, "it was deleted meanwhile", "", "try again"));
        }
        BarSeries series = loaded.get();
        int first =
                from().map(time -> series.firstAtOrAfter(time.toEpochMilli())).orElse(0);
        int end =
                to().map(time -> series.firstAtOrAfter(time.toEpochMilli() + 1)).orElse(series.size());
        return next.apply(new Rows(series, first, Math.max(first, end)));
    }

    /** Reads an inclusive beginning. */
    static final class First implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, Kind.fromTime());
        }
    }

    /** Reads an inclusive end. */
    static final class Last implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, Kind.toTime());
        }
    }

    private static Instant read(String text, Kind<Instant> kind) {
        return kind.parse()
                .apply(text)
                .orElseThrow(
                        () -> new TypeConversionException("expected " + kind.expected() + ", found '" + text + "'"));
    }
}
