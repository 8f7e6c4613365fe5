package io.quantloom.ui.factory;

import io.quantloom.ui.control.Mark;
import io.quantloom.ui.control.Tone;

/**
 * A factory run as the list shows it. Immutable.
 *
 * @param id of the parent run
 * @param name of the configuration
 * @param started epoch milliseconds UTC
 * @param state how it stands
 * @param symbols how many symbols it has
 */
public record FactoryRow(String id, String name, long started, State state, int symbols) {

    /** How a run stands. */
    public enum State {
        /** Under way. */
        RUNNING,
        /** Every symbol was decided. */
        FINISHED,
        /** At least one symbol failed. */
        FAILED,
        /** Canceled by a person. */
        CANCELED,
        /** Its process died. */
        INTERRUPTED;

        /** {@return how it looks} */
        Mark mark() {
            return switch (this) {
                case RUNNING -> new Mark("loader", Tone.ACCENT);
                case FINISHED -> new Mark("check", Tone.OK);
                case FAILED -> new Mark("x-octagon", Tone.BAD);
                case CANCELED -> new Mark("slash", Tone.MUTED);
                case INTERRUPTED -> new Mark("alert-triangle", Tone.WARN);
            };
        }

        boolean canBeResumed() {
            return this != RUNNING && this != FINISHED;
        }
    }
}
