package io.quantloom.ui.factory;

import io.quantloom.ui.control.Tone;

/**
 * A stage of one symbol. Immutable.
 *
 * @param name of the stage
 * @param state how it stands
 * @param seconds how long it took; NaN when nobody knows
 */
record StageCell(String name, State state, double seconds) {

    /** How a stage stands. */
    enum State {
        /** Not begun. */
        WAITING("circle", Tone.MUTED),
        /** Under way. */
        RUNNING("loader", Tone.ACCENT),
        /** Ended. */
        DONE("check-circle", Tone.OK),
        /** Ended badly. */
        FAILED("x-octagon", Tone.BAD),
        /** Cut off, by a person or by the end of the process. */
        CUT_OFF("slash", Tone.WARN),
        /** Will not be done: a gate refused. */
        LEFT_OUT("minus-circle", Tone.MUTED);

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
    }
}
