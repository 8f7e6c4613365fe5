package io.quantloom.app.cli;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.registry.Trend;
import picocli.CommandLine.TypeConversionException;

/** Reads option values of the engine's types; what cannot be read is wrong usage. */
final class Converters {

    private Converters() {}

    static Symbol symbol(String text) {
        if (!Symbol.isValid(text)) {
            throw new TypeConversionException(
                    "expected 1 to 40 letters, digits and . _ - / : = ^, found '" + text + "'");
        }
        return new Symbol(text);
    }

    static Timeframe timeframe(String text) {
        return Timeframe.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "expected a timeframe such as 15m, 1h or 1d, found '" + text + "'"));
    }

    static Trend trend(String text) {
        return Trend.parse(text)
                .orElseThrow(() -> new TypeConversionException("expected uptrend or downtrend, found '" + text + "'"));
    }

    static ModelRef modelRef(String text) {
        return ModelRef.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "expected models:/name@alias or models:/name/version, found '" + text + "'"));
    }
}
