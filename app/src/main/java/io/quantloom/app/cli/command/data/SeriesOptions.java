package io.quantloom.app.cli.command.data;

import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that tell the series of one symbol apart. */
public final class SeriesOptions {

    @Option(
            names = "--timeframe",
            paramLabel = "T",
            description = "for example 1h; needed where the symbol has several")
    private @Nullable Timeframe timeframe;

    @Option(names = "--source", paramLabel = "NAME", description = "needed where the timeframe has several")
    private @Nullable String source;

    /** Finds the series and goes on with its key; wrong usage, which names the choices, when several fit. */
    public Outcome<Reply> find(Application application, Symbol symbol, Function<SeriesKey, Outcome<Reply>> next) {
        return switch (application
                .market()
                .findSeries()
                .run(symbol, Optional.ofNullable(timeframe), Optional.ofNullable(source))) {
            case Outcome.Success<SeriesKey>(var key) -> next.apply(key);
            case Outcome.Canceled<SeriesKey> _ -> Outcome.canceled();
            case Outcome.Failed<SeriesKey>(var failure) ->
                failure.reason() == Failure.Reason.INVALID
                        ? Outcome.success(Reply.wrongUsage(failure))
                        : Outcome.failed(failure);
        };
    }
}
