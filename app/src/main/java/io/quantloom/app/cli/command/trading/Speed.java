package io.quantloom.app.cli.command.trading;

import io.quantloom.engine.market.ReplayFeed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many times as fast as life bars are replayed. */
final class Speed implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return ReplayFeed.MAX_SPEED;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("expected a speed above zero, or max, found '" + text + "'");
    }
}
