package io.quantloom.ui.factory;

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
        RUNNING("loader", Tone.ACCENT),
        /** Every symbol was decided. */
        FINISHED("check", Tone.OK),
        /** At least one symbol failed. */
        FAILED("x-octagon", Tone.BAD),
        /** Canceled by a person. */
        CANCELED("slash", Tone.MUTED),
        /** Its process died. */
        INTERRUPTED("alert-triangle", Tone.WARN);

        private final String icon;
        private final Tone tone;

        State(String icon, Tone tone) {
            this.icon = icon;
            this.tone = tone;
        }

        String icon() {
            return icon;
        }

        Tone tone() {
            return tone;
        }

        boolean canBeResumed() {
            return this != RUNNING && this != FINISHED;
        }
    }
}
