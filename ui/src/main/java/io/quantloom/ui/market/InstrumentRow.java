package io.quantloom.ui.market;

import io.quantloom.ui.control.Tone;
import java.util.List;
import java.util.Objects;

/**
 * One instrument of one source in the list. Rows are equal when they name the same one. Immutable.
 *
 * @param symbol its name
 * @param source where its bars came from
 * @param timeframes texts of what is stored, shortest first
 * @param age how fresh it is
 * @param last last close; NaN when not read yet
 * @param change of the last close against the one before, a fraction; NaN when not read yet
 * @param trend last closes, for the small line
 */
public record InstrumentRow(
        String symbol,
        String source,
        List<String> timeframes,
        Age age,
        double last,
        double change,
        List<Double> trend) {

    /**
     * How fresh the bars are.
     *
     * @param state which kind
     * @param text in words
     */
    public record Age(State state, String text) {

        /** Kinds of freshness. */
        public enum State {
            /** Made by the sample market. */
            SAMPLE(Tone.ACCENT),
            /** The newest bar is as new as can be. */
            FRESH(Tone.OK),
            /** Newer bars should be there. */
            STALE(Tone.WARN),
            /** Nobody expects newer bars. */
            HISTORIC(Tone.MUTED);

            private final Tone tone;

            State(Tone tone) {
                this.tone = tone;
            }

            /** {@return the tone of its dot} */
            public Tone tone() {
                return tone;
            }
        }
    }

    /** Copies the lists. */
    public InstrumentRow {
        timeframes = List.copyOf(timeframes);
        trend = List.copyOf(trend);
    }

    /** {@return the second line of the row} */
    public String detail() {
        return source + " · " + String.join(", ", timeframes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstrumentRow row && row.symbol.equals(symbol) && row.source.equals(source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, source);
    }
}
