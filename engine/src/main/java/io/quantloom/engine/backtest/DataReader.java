package io.quantloom.engine.backtest;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code data: {symbol, timeframe, source, from, to}} of our files. */
public final class DataReader {

    /** The name of an instrument. */
    public static final Kind<Symbol> SYMBOL = new Kind<>(
            "a symbol of 1 to 40 letters, digits and . _ - / : = ^",
            text -> Symbol.isValid(text) ? Optional.of(new Symbol(text)) : Optional.empty(),
            new Symbol("X"));

    /** The length of a bar. */
    public static final Kind<Timeframe> TIMEFRAME =
            new Kind<>("a timeframe like 15m, 1h or 1d", Timeframe::parse, Timeframe.DAY);

    private DataReader() {}

    /** Reads the section; only {@code symbol} is required. */
    public static DataRange read(Section data) {
        return read(data, data.required("symbol", SYMBOL));
    }

    /** Reads the rest of a section whose symbols stand elsewhere. */
    static DataRange read(Section data, Symbol symbol) {
        Optional<Timeframe> timeframe = data.find("timeframe", TIMEFRAME);
        Optional<String> source = data.find("source", Kind.text());
        Optional<Instant> from = data.find("from", Kind.fromTime());
        Optional<Instant> to = data.find("to", Kind.toTime());
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            data.finding(
                    "to", "a time at or after from, " + from.get(), to.get().toString());
        }
        return new DataRange(symbol, timeframe, source, from, to);
    }
}
