package io.quantloom.ui.shell;

import io.quantloom.ui.control.Tone;
import java.util.Optional;

/**
 * Something the person should know wherever they are. Immutable.
 *
 * @param tone OK for a success, WARN, BAD for a failure, ACCENT for news
 * @param title what happened
 * @param text one sentence more; may be empty
 * @param link where to look at it
 */
public record Notice(Tone tone, String title, String text, Optional<Destination> link) {

    /** Returns a notice without a link. */
    public static Notice of(Tone tone, String title, String text) {
        return new Notice(tone, title, text, Optional.empty());
    }
}
