package io.quantloom.ui.factory;

import io.quantloom.ui.control.Mark;
import io.quantloom.ui.control.Tone;
import java.util.List;

/**
 * A stage of one symbol. Immutable.
 *
 * @param name of the stage
 * @param state how it stands
 * @param seconds how long it took; NaN when nobody knows
 * @param lines what it said it did; none for stages that have not ended
 */
record StageCell(String name, State state, double seconds, List<String> lines) {

    StageCell {
        lines = List.copyOf(lines);
    }

    /** How a stage stands. */
    enum State {
        /** Not begun. */
        WAITING,
        /** Under way. */
        RUNNING,
        /** Ended. */
        DONE,
        /** Ended badly. */
        FAILED,
        /** Cut off, by a person or by the end of the process. */
        CUT_OFF,
        /** Will not be done: a gate refused. */
        LEFT_OUT;

        /** {@return how it looks} */
        Mark mark() {
            return switch (this) {
                case WAITING -> new Mark("circle", Tone.MUTED);
                case RUNNING -> new Mark("loader", Tone.ACCENT);
                case DONE -> new Mark("check-circle", Tone.OK);
                case FAILED -> new Mark("x-octagon", Tone.BAD);
                case CUT_OFF -> new Mark("slash", Tone.WARN);
                case LEFT_OUT -> new Mark("minus-circle", Tone.MUTED);
            };
        }
    }
}
