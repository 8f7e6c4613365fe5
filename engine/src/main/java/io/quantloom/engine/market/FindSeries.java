package io.quantloom.engine.market;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the one stored series that a person means by a symbol and, where needed, a timeframe and a source. */
public final class FindSeries {

    private static final int NAMED_AT_MOST = 12;

    private final BarStore store;

    /** Takes where to look. */
    public FindSeries(BarStore store) {
        this.store = store;
    }

    /**
     * Returns the key of the only series that fits; an empty timeframe or source fits all.
     *
     * <p>Fails with {@link Reason#MISSING_DATA} when none fits, naming what is there, and with {@link Reason#INVALID}
     * when several do, naming them: the command line ends with wrong usage then.
     */
    public Outcome<SeriesKey> run(Symbol symbol, Optional<Timeframe> timeframe, Optional<String> source) {
        List<SeriesKey> all = store.catalog().stream().map(CatalogEntry::key).toList();
        List<SeriesKey> ofSymbol =
                all.stream().filter(key -> key.symbol().equals(symbol)).toList();
        if (ofSymbol.isEmpty()) {
            return Outcome.failed(unknownSymbol(symbol, all));
        }
        List<SeriesKey> fitting = ofSymbol.stream()
                .filter(key -> timeframe.map(key.timeframe()::equals).orElse(true))
                .filter(key -> source.map(key.source()::equals).orElse(true))
                .toList();
        String asked = symbol
                + timeframe.map(frame -> " " + frame).orElse("")
                + source.map(name -> " " + name).orElse("");
        if (fitting.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "a stored series " + asked,
                    "only " + named(ofSymbol),
                    "symbol " + symbol,
                    "choose one of these or import the data"));
        }
        if (fitting.size() > 1) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "one series for " + asked,
                    fitting.size() + " that fit: " + named(fitting),
                    "symbol " + symbol,
                    "name the timeframe and, if need be, the source"));
        }
        return Outcome.success(fitting.getFirst());
    }

    private static Failure unknownSymbol(Symbol symbol, List<SeriesKey> all) {
        List<String> known =
                all.stream().map(key -> key.symbol().name()).distinct().toList();
        String found = known.isEmpty()
                ? "an empty store"
                : "no series of it; known are "
                        + known.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                        + more(known.size());
        return Failure.of(
                Reason.MISSING_DATA,
                "a stored series of " + symbol,
                found,
                "symbol " + symbol,
                "check the name or import the data first");
    }

    private static String named(List<SeriesKey> keys) {
        return keys.stream().limit(NAMED_AT_MOST).map(SeriesKey::toString).collect(Collectors.joining(", "))
                + more(keys.size());
    }

    private static String more(int count) {
        return count > NAMED_AT_MOST ? " and " + (count - NAMED_AT_MOST) + " more" : "";
    }
}
