package io.quantloom.ui.studies;

import io.quantloom.ui.control.Mark;
import io.quantloom.ui.control.Tone;

/**
 * A study as the list shows it. Immutable.
 *
 * @param id under which its trials are stored
 * @param name for people
 * @param started when its first trial began, epoch milliseconds UTC
 * @param asked how many trials it asks for
 * @param ended how many have come to their end
 * @param begun how many were begun or wait
 * @param best highest value; NaN when no trial is complete
 * @param standing how it stands
 */
public record StudyRow(
        String id, String name, long started, int asked, int ended, int begun, double best, Standing standing) {

    /** How a study stands. */
    public enum Standing {
        /** This process works on it. */
        RUNNING,
        /** Paused, canceled or cut off; it can be resumed. */
        UNFINISHED,
        /** Cut off, and what asked for it is gone or decided. */
        LEFT,
        /** Every trial came to its end. */
        FINISHED;

        /** {@return how it looks} */
        Mark mark() {
            return switch (this) {
                case RUNNING -> new Mark("loader", Tone.ACCENT);
                case UNFINISHED -> new Mark("pause-circle", Tone.WARN);
                case LEFT -> new Mark("slash", Tone.MUTED);
                case FINISHED -> new Mark("check", Tone.OK);
            };
        }
    }
}
