package io.quantloom.engine.backtest;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/**
 * Which bars to use. Immutable.
 *
 * @param symbol the instrument
 * @param timeframe needed when the store has more than one for the symbol
 * @param source needed when the store has more than one for the symbol and timeframe
 * @param from first bar, inclusive; empty: from the beginning
 * @param to last bar, inclusive; empty: to the end
 */
public record DataRange(
        Symbol symbol,
        Optional<Timeframe> timeframe,
        Optional<String> source,
        Optional<Instant> from,
        Optional<Instant> to) {}
