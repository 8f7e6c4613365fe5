package io.quantloom.engine.market.sample;

import io.quantloom.engine.instrument.Symbol;
import java.util.List;

/**
 * One instrument of the sample market; its names belong to no real one. Immutable.
 *
 * @param symbol its name
 * @param strength a, the strength of the hidden rule in units of the hour's volatility; 0 for a martingale
 * @param role what it is there for
 */
public record SampleInstrument(Symbol symbol, double strength, Role role) {

    /** What an instrument is there for. */
    public enum Role {
        /** Its next return depends on past prices and on the regime. */
        PREDICTABLE,
        /** Its next return depends on nothing: a gate has to refuse what is trained on it. */
        MARTINGALE,
        /** The perpetual future of the first instrument, with funding. */
        PERPETUAL
    }

    /** All eight: five predictable ones, strongest first, two martingales, and the perpetual of the first. */
    public static final List<SampleInstrument> ALL = List.of(
            predictable("ALVORA-USD", 0.30),
            predictable("BELTRI-USD", 0.30),
            predictable("CORVAN-USD", 0.25),
            predictable("DELORN-USD", 0.25),
            predictable("ESTRIA-USD", 0.20),
            new SampleInstrument(new Symbol("FARLOW-USD"), 0, Role.MARTINGALE),
            new SampleInstrument(new Symbol("GALINO-USD"), 0, Role.MARTINGALE),
            new SampleInstrument(new Symbol("ALVORA-USD-PERP"), 0.30, Role.PERPETUAL));

    /** Returns the instruments with the role, in the order of {@link #ALL}. */
    public static List<SampleInstrument> of(Role role) {
        return ALL.stream().filter(instrument -> instrument.role == role).toList();
    }

    private static SampleInstrument predictable(String name, double strength) {
        return new SampleInstrument(new Symbol(name), strength, Role.PREDICTABLE);
    }
}
